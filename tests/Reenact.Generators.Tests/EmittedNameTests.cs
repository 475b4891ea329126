using Reenact.Generators.Tests.Compiling;

namespace Reenact.Generators.Tests;

/// <summary>Emitted files and types have names of their own, whatever the names in the input.</summary>
public class EmittedNameTests
{
    [Fact]
    public void Types_that_differ_in_case_or_arity_have_files_of_their_own()
    {
        var run = GeneratorRun.Of(
            """
            namespace Acme
            {
                public partial class Tools { [Recorded] public partial int A(); private int ACore() => 1; }
                public partial class TOOLS { [Recorded] public partial int A(); private int ACore() => 1; }
                public partial class Tools<T> { [Recorded] public partial int A(); private int ACore() => 1; }
                public partial class Outer { public partial class Tools { [Recorded] public partial int A(); private int ACore() => 1; } }
            }
            namespace Acme.Outer_ { public partial class Tools { [Recorded] public partial int A(); private int ACore() => 1; } }
            """).Clean();
        Assert.Equal(6, run.Sources.Count);
        Assert.Equal(6, run.Sources.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Data_types_whose_names_run_together_have_codecs_of_their_own()
    {
        var run = GeneratorRun.Of(
            """
            namespace A.B { public record C(int X); public record Ünï(int X); }
            namespace A { public record B_C(int X); public record Cc(int X); public record CC(int X); public record Page<T>(T X); public static class Page { public record Of(int X); } }
            namespace A_B { public record C(int X); }
            public partial class Tools
            {
                [Recorded] public partial A.B.C M(A.B_C a, A_B.C b, A.Cc c, A.CC d, A.Page<int> e, A.Page<long> f, A.Page.Of g, A.B.Ünï h);
                private A.B.C MCore(A.B_C a, A_B.C b, A.Cc c, A.CC d, A.Page<int> e, A.Page<long> f, A.Page.Of g, A.B.Ünï h) => new(1);
            }
            """).Clean();
        Assert.Equal(11, run.Sources.Count);
    }

    [Fact]
    public void Long_names_are_shortened()
    {
        var page = string.Concat(Enumerable.Repeat("Page<", 40)) + "int" + new string('>', 40);
        var run = GeneratorRun.Of(
            $"namespace Acme; public record Page<T>(T? X); public partial class Tools {{ [Recorded] public partial {page} M(); private {page} MCore() => new(null); }}").Clean();
        Assert.Equal(42, run.Sources.Count);
        Assert.All(run.Sources.Keys, static name => Assert.True(name.Length < 200, name));
    }
}
