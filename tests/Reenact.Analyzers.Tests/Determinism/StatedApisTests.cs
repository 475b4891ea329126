using Microsoft.CodeAnalysis.Testing;
using Reenact.Analyzers.Determinism.Apis;

namespace Reenact.Analyzers.Tests.Determinism;

/// <summary>What a project's <c>Reenact.Determinism.txt</c> says about libraries, and about the framework.</summary>
public sealed class StatedApisTests
{
    private const string Library = """
        namespace Acme
        {
            public class Clock
            {
                public Clock() { }
                public Clock(int drift) { }
                public static int Now => 1;
                public int Add(int a) => a;
                public int Add(int a, int b) => a + b;
                public T Add<T>(T a) => a;
            }

            public interface IRates { int Get(); }

            namespace Tax { public static class Vat { public static int Rate() => 1; } }
        }
        """;

    [Theory]
    [InlineData("P:Acme.Clock.Now = nondeterministic REEN2001 | use IClock.", "{|REEN2001:Acme.Clock.Now|}")]
    [InlineData("T:Acme.Clock = nondeterministic", "{|REEN2004:new Acme.Clock()|}")]
    [InlineData("M:Acme.Clock.Add = nondeterministic REEN2002", "{|REEN2002:((Acme.Clock)input).Add(1)|} + {|REEN2002:((Acme.Clock)input).Add(1, 2)|} + {|REEN2002:((Acme.Clock)input).Add<int>(1)|}")]
    [InlineData("M:Acme.Clock.Add(System.Int32) = nondeterministic REEN2003", "{|REEN2003:((Acme.Clock)input).Add(1)|} + ((Acme.Clock)input).Add(1, 2)")]
    [InlineData("M:Acme.Clock.#ctor = nondeterministic REEN2005", "{|REEN2005:new Acme.Clock()|} == {|REEN2005:new Acme.Clock(1)|}")]
    [InlineData("N:Acme = nondeterministic", "{|REEN2004:Acme.Tax.Vat.Rate()|}")]
    [InlineData("N:Acme = nondeterministic\nN:Acme.Tax = deterministic", "Acme.Tax.Vat.Rate()")]
    [InlineData("T:Acme.Clock = nondeterministic\nP:Acme.Clock.Now = deterministic", "Acme.Clock.Now")]
    [InlineData("T:Acme.Clock = deterministic\nP:Acme.Clock.Now = nondeterministic", "{|REEN2004:Acme.Clock.Now|}")]
    [InlineData("T:Acme.Clock = no verdict", "Acme.Clock.Now")]
    [InlineData("", "Acme.Clock.Now")]
    public Task The_most_specific_line_about_a_library_holds(string file, string expression) => VerifyAsync(file, expression);

    [Theory]
    [InlineData("P:System.DateTime.UtcNow = deterministic | only logged", "DateTime.UtcNow")]
    [InlineData("T:System.Diagnostics.Stopwatch = deterministic", "System.Diagnostics.Stopwatch.GetTimestamp()")]
    [InlineData("T:System.IO.File = deterministic", "File.Exists(\"a\")")]
    [InlineData("M:System.IO.File.Exists = deterministic", "File.Exists(\"a\") || {|REEN2004:File.ReadAllText(\"a\")|} == \"\"")]
    [InlineData("N:System = deterministic", "{|REEN2001:DateTime.UtcNow|}")]
    [InlineData("T:System.DateTime = deterministic", "{|REEN2001:DateTime.UtcNow|}")]
    [InlineData("M:System.Math.Sin = nondeterministic REEN2003 | differs between processors", "{|REEN2003:Math.Sin(1)|}")]
    [InlineData("T:System.Text.StringBuilder = nondeterministic", "{|REEN2004:new System.Text.StringBuilder()|}")]
    public Task The_framework_can_be_judged_otherwise(string file, string expression) => VerifyAsync(file, expression);

    [Theory]
    [InlineData("T:Acme.IRates = deterministic", "((Acme.IRates)input).Get()")]
    [InlineData("T:Acme.IRates = nondeterministic", "{|REEN2004:((Acme.IRates)input).Get()|}")]
    [InlineData("M:Acme.IRates.Get = deterministic", "((Acme.IRates)input).Get()")]
    [InlineData("M:Acme.IRates.Get = nondeterministic REEN2001", "{|REEN2001:((Acme.IRates)input).Get()|}")]
    [InlineData("M:Acme.IRates.Set = deterministic", "{|REEN2012:((Acme.IRates)input).Get()|}")]
    [InlineData("", "{|REEN2012:((Acme.IRates)input).Get()|}")]
    public Task An_interface_that_is_declared_deterministic_is_known(string file, string expression) => VerifyAsync(file, expression);

    [Fact]
    public async Task What_to_do_instead_is_what_the_line_says()
    {
        var test = Test("P:Acme.Clock.Now = nondeterministic REEN2001 | use 'IClock'.", "{|#0:Acme.Clock.Now|}");
        test.TestState.ExpectedDiagnostics.Add(new DiagnosticResult(Descriptors.WallClock)
            .WithLocation(0)
            .WithArguments("Clock.Now", "use 'IClock'", "reached from SupportAgent.HandleAsync"));

        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Several_files_are_read_together()
    {
        var test = Test("P:Acme.Clock.Now = nondeterministic REEN2001", "{|REEN2001:Acme.Clock.Now|} + {|REEN2004:Acme.Tax.Vat.Rate()|}");
        test.TestState.AdditionalFiles.Add(("/1/Reenact.Determinism.txt", "N:Acme.Tax = nondeterministic"));

        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static Task VerifyAsync(string file, string expression) => Test(file, expression).RunAsync(TestContext.Current.CancellationToken);

    private static AnalyzerTest<DefaultVerifier> Test(string file, string expression) =>
        DeterminismVerifier.TestWithLibrary(Library, Agent.Evaluating(expression), ("/0/" + StatedApis.FileName, file));
}
