namespace Reenact.Analyzers.Tests;

/// <summary>Every fix at once in several documents and projects. <c>{0}</c> stands for what tells the sources apart.</summary>
public sealed class FixAllTests
{
    [Fact]
    public Task Methods_are_split() => VerifyAsync<Analyzers.Shapes.RecordedMethodAnalyzer, CodeFixes.Shapes.SplitMethodCodeFix>(
        """
        public static partial class Outer{0}
        {
            // Inner.
            private partial record Inner
            {
                /// <summary>First.</summary>
                [Recorded] public int {|REEN1001:First|}() => 1; // one

                #region Second
                [Recorded] public int {|REEN1001:Second|}() { return 2; }
                #endregion
            }

            [Recorded]
            internal static int {|REEN1001:Third|}() => 3;
        }
        """,
        """
        public static partial class Outer{0}
        {
            // Inner.
            private partial record Inner
            {
                /// <summary>First.</summary>
                [Recorded] public partial int First();

                private int FirstCore() => 1; // one

                #region Second
                [Recorded] public partial int Second();

                private int SecondCore() { return 2; }
                #endregion
            }

            [Recorded]
            internal static partial int Third();

            private static int ThirdCore() => 3;
        }
        """);

    [Fact]
    public Task All_types_around_methods_become_partial() => VerifyAsync<Analyzers.Shapes.ContainingTypeAnalyzer, CodeFixes.Shapes.MakePartialCodeFix>(
        """
        /// <summary>Outer.</summary>
        public static class {|REEN1002:Outer{0}|}
        {
            struct {|REEN1002:Middle|} // in between
            {
                public sealed record {|REEN1002:Inner|}(int Size)
                {
                    [Recorded]
                    public int First() => Size;
                }

                [Recorded]
                public int Second() => 2;
            }

            class Unrelated;
        }
        """,
        """
        /// <summary>Outer.</summary>
        public static partial class Outer{0}
        {
            partial struct Middle // in between
            {
                public sealed partial record Inner(int Size)
                {
                    [Recorded]
                    public int First() => Size;
                }

                [Recorded]
                public int Second() => 2;
            }

            class Unrelated;
        }
        """);

    [Fact]
    public Task Cores_are_generated() => VerifyAsync<Analyzers.Shapes.RecordedMethodAnalyzer, CodeFixes.Shapes.GenerateCoreCodeFix>(
        """
        public static partial class Outer{0}
        {
            public partial class Inner
            {
                [Recorded] public partial int {|REEN1003:First|}(); // one

                // Two.
                [Recorded] public partial Task {|REEN1003:SecondAsync|}();
            }

            [Recorded] public static partial int {|REEN1003:Third|}();
        }
        """,
        """
        public static partial class Outer{0}
        {
            public partial class Inner
            {
                [Recorded] public partial int First(); // one

                private int FirstCore() => throw new NotImplementedException();

                // Two.
                [Recorded] public partial Task SecondAsync();

                private Task SecondCoreAsync() => throw new NotImplementedException();
            }

            [Recorded] public static partial int Third();

            private static int ThirdCore() => throw new NotImplementedException();
        }
        """);

    [Fact]
    public Task Recorded_methods_are_called() => VerifyAsync<Analyzers.Shapes.CoreCallAnalyzer, CodeFixes.Shapes.CallRecordedMethodCodeFix>(
        """
        public partial class Tools{0}
        {
            [Recorded] public partial int Add(int a, int b);

            private int AddCore(int a, int b) => a + b;

            // Nested.
            public int Run() => {|REEN1005:AddCore|}({|REEN1005:AddCore|}(1, /* two */ 2), b: 3);

            public Func<int, int, int> Adding => {|REEN1005:AddCore|};
        }
        """,
        """
        public partial class Tools{0}
        {
            [Recorded] public partial int Add(int a, int b);

            private int AddCore(int a, int b) => a + b;

            // Nested.
            public int Run() => Add(Add(1, /* two */ 2), b: 3);

            public Func<int, int, int> Adding => Add;
        }
        """);

    [Fact]
    public Task Overrides_are_recorded() => VerifyAsync<Analyzers.Shapes.OverrideAnalyzer, CodeFixes.Shapes.RecordOverrideCodeFix>(
        """
        public partial class Tools{0}
        {
            [Recorded(SideEffects = true)] public virtual partial int Add(int a);

            private int AddCore(int a) => a;

            [Recorded] public virtual partial int Double(int a);

            private int DoubleCore(int a) => a;

            private class Nested
            {
                // Better.
                private class Better : Tools{0}
                {
                    /// <inheritdoc/>
                    public override int {|REEN1006:Add|}(int a) => 1; // one

                    public override int {|REEN1006:Double|}(int a) => 2;
                }
            }
        }

        public partial class Best{0} : Tools{0}
        {
            public override int {|REEN1006:Add|}(int a) => 3;
        }
        """,
        """
        public partial class Tools{0}
        {
            [Recorded(SideEffects = true)] public virtual partial int Add(int a);

            private int AddCore(int a) => a;

            [Recorded] public virtual partial int Double(int a);

            private int DoubleCore(int a) => a;

            private partial class Nested
            {
                // Better.
                private partial class Better : Tools{0}
                {
                    /// <inheritdoc/>
                    [Recorded(SideEffects = true)]
                    public override partial int Add(int a);

                    private int AddCore(int a) => 1; // one

                    [Recorded]
                    public override partial int Double(int a);

                    private int DoubleCore(int a) => 2;
                }
            }
        }

        public partial class Best{0} : Tools{0}
        {
            [Recorded(SideEffects = true)]
            public override partial int Add(int a);

            private int AddCore(int a) => 3;
        }
        """);

    [Fact]
    public Task Tokens_are_marked() => VerifyAsync<Analyzers.Shapes.StreamTokenAnalyzer, CodeFixes.Shapes.MarkTokenCodeFix>(
        """
        using System.Runtime.CompilerServices;

        public partial class Tools{0}
        {
            [Recorded] public partial IAsyncEnumerable<int> FirstAsync(CancellationToken token);

            private async IAsyncEnumerable<int> FirstCoreAsync(CancellationToken {|REEN1009:token|}) { await Task.Yield(); yield return 1; }

            public partial class Inner
            {
                [Recorded] public partial IAsyncEnumerable<int> SecondAsync(CancellationToken token);

                private async IAsyncEnumerable<int> SecondCoreAsync(
                    CancellationToken {|REEN1009:token|}) // stops
                {
                    await Task.Yield();
                    yield return 1;
                }
            }
        }
        """,
        """
        using System.Runtime.CompilerServices;

        public partial class Tools{0}
        {
            [Recorded] public partial IAsyncEnumerable<int> FirstAsync(CancellationToken token);

            private async IAsyncEnumerable<int> FirstCoreAsync([EnumeratorCancellation] CancellationToken token) { await Task.Yield(); yield return 1; }

            public partial class Inner
            {
                [Recorded] public partial IAsyncEnumerable<int> SecondAsync(CancellationToken token);

                private async IAsyncEnumerable<int> SecondCoreAsync(
                    [EnumeratorCancellation] CancellationToken token) // stops
                {
                    await Task.Yield();
                    yield return 1;
                }
            }
        }
        """);

    [Fact]
    public Task Parameters_are_left_out() => VerifyAsync<Analyzers.Shapes.RecordedMethodAnalyzer, CodeFixes.Data.IgnoreParameterCodeFix>(
        "public partial class Tools{0} { [Recorded] public partial int Run(Action {|REEN3001:a|}, /* b */ HttpClient {|REEN3001:b|}); int RunCore(Action a, HttpClient b) => 1; }",
        "public partial class Tools{0} { [Recorded] public partial int Run([IgnoreRecorded] Action a, /* b */ [IgnoreRecorded] HttpClient b); int RunCore(Action a, HttpClient b) => 1; }");

    [Fact]
    public Task Members_are_left_out() => VerifyAsync<Analyzers.Shapes.RecordedMethodAnalyzer, CodeFixes.Data.IgnoreMemberCodeFix>(
        "public record Job{0}(Action Work); public partial class Tools{0} { [Recorded] public partial int Run(Job{0} {|REEN3001:a|}, Job{0}[] {|REEN3001:b|}); int RunCore(Job{0} a, Job{0}[] b) => 1; }",
        "public record Job{0}([property: IgnoreRecorded] Action Work); public partial class Tools{0} { [Recorded] public partial int Run(Job{0} a, Job{0}[] b); int RunCore(Job{0} a, Job{0}[] b) => 1; }");

    [Fact]
    public Task Calls_move_into_recorded_methods() => VerifyAsync<Analyzers.Determinism.DeterminismAnalyzer, CodeFixes.Determinism.Extraction.ExtractRecordedCodeFix>(
        """
        public class Outer{0}
        {
            public class Reader
            {
                public static string Read(string path) => {|REEN2004:File.ReadAllText(path)|} + {|REEN2004:File.ReadAllText(path + path)|};
            }
        }

        public partial class Agent{0}
        {
            [Replayed]
            public partial string Run(string path);

            private string RunCore(string path) => Outer{0}.Reader.Read(path);
        }
        """,
        """
        public partial class Outer{0}
        {
            public partial class Reader
            {
                public static string Read(string path) => ReadAllText(path) + ReadAllText2(path);

                [Recorded]
                private static partial string ReadAllText(string path);

                private static string ReadAllTextCore(string path) => File.ReadAllText(path);

                [Recorded]
                private static partial string ReadAllText2(string path);

                private static string ReadAllText2Core(string path) => File.ReadAllText(path + path);
            }
        }

        public partial class Agent{0}
        {
            [Replayed]
            public partial string Run(string path);

            private string RunCore(string path) => Outer{0}.Reader.Read(path);
        }
        """);

    [Fact]
    public Task The_invariant_culture_is_used() => VerifyAsync<Analyzers.Determinism.DeterminismAnalyzer, CodeFixes.Determinism.Culture.InvariantCultureCodeFix>(
        """
        public partial class Agent{0}
        {
            [Replayed]
            public partial string Run(decimal price, string[] names);

            private string RunCore(decimal price, string[] names) => $"{|REEN2009:{price}|} {|REEN2009:{price:F2}|} {{|REEN2009:names.Order()|}.First()}" + {|REEN2009:price|} + {|REEN2009:{|REEN2009:price.ToString()|}.ToUpper()|};
        }
        """,
        """
        using System.Globalization;

        public partial class Agent{0}
        {
            [Replayed]
            public partial string Run(decimal price, string[] names);

            private string RunCore(decimal price, string[] names) => string.Create(CultureInfo.InvariantCulture, $"{price} {price:F2} {names.Order(StringComparer.Ordinal).First()}") + price.ToString(CultureInfo.InvariantCulture) + price.ToString(CultureInfo.InvariantCulture).ToUpperInvariant();
        }
        """);

    private static Task VerifyAsync<TAnalyzer, TFix>(string source, string fixedSource)
        where TAnalyzer : Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzer, new()
        where TFix : Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider, new() => FixVerifier<TAnalyzer, TFix>.VerifyAsync(
            [Numbered(source, 1), Numbered(source, 2)],
            [Numbered(fixedSource, 1), Numbered(fixedSource, 2)],
            [Numbered(source, 3), Numbered(source, 4)],
            [Numbered(fixedSource, 3), Numbered(fixedSource, 4)]);

    private static string Numbered(string source, int number) =>
        source.Replace("{0}", number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
