using Microsoft.CodeAnalysis.Testing;

namespace Reenact.Analyzers.Tests.Shapes;

public sealed class CoreMissingTests
{
    [Fact]
    public Task A_missing_core_is_flagged() => RecordedMethodVerifier.VerifyAsync(
        ["""
        public partial class FlightTools
        {
            [Recorded]
            public partial Task<int> {|#0:SearchAsync|}(string city);
        }
        """],
        new DiagnosticResult(Descriptors.CoreMissing).WithLocation(0).WithArguments(
            "FlightTools.SearchAsync",
            "has no core: FlightTools declares no SearchCoreAsync",
            "Write its body as SearchCoreAsync, with the same parameters and result"));

    [Theory]
    [InlineData("private int QuoteCore(string city, long nights) => 1;", "takes parameter 2, 'nights', as long, not int")]
    [InlineData("private int QuoteCore(string city) => 1;", "has 1 parameter, not 2")]
    [InlineData("private string QuoteCore(string city, int nights) => city;", "returns string, not int")]
    [InlineData("private int QuoteCore<T>(string city, int nights) => 1;", "has 1 type parameter, not 0")]
    [InlineData("private int QuoteCore(string city, in int nights) => 1;", "takes parameter 2, 'nights', by in, not by value")]
    public Task A_core_that_differs_is_flagged_with_the_difference(string core, string difference) => RecordedMethodVerifier.VerifyAsync(
        [$$"""
        public partial class FlightTools
        {
            [Recorded]
            public partial int {|#0:Quote|}(string city, int nights);

            {{core}}
        }
        """],
        new DiagnosticResult(Descriptors.CoreMissing).WithLocation(0).WithArguments(
            "FlightTools.Quote",
            "has no core with its signature: QuoteCore " + difference,
            "Give QuoteCore the same parameter types and result"));

    [Fact]
    public Task A_core_with_other_names_and_accessibility_is_not_flagged() => RecordedMethodVerifier.VerifyAsync("""
        public partial class FlightTools
        {
            [Recorded]
            public partial int Echo<T>([IgnoreRecorded] T value, int times = 2) where T : struct;

            protected virtual int EchoCore<U>(U other, int count) where U : struct => count;

            protected int EchoCore(string unrelated) => 1;
        }
        """);

    [Fact]
    public Task The_fix_generates_a_core_to_fill() => GenerateCoreVerifier.VerifyAsync(
        """
        public partial class FlightTools
        {
            /// <summary>Finds flights.</summary>
            [Recorded]
            public partial Task<int> {|REEN1003:SearchAsync|}(string city, CancellationToken cancellationToken = default); // slow

            [Recorded]
            public static partial void {|REEN1003:Book|}<T>([IgnoreRecorded] T seat)
                where T : class;
        }
        """,
        """
        public partial class FlightTools
        {
            /// <summary>Finds flights.</summary>
            [Recorded]
            public partial Task<int> SearchAsync(string city, CancellationToken cancellationToken = default); // slow

            private Task<int> SearchCoreAsync(string city, CancellationToken cancellationToken) => throw new NotImplementedException();

            [Recorded]
            public static partial void Book<T>([IgnoreRecorded] T seat)
                where T : class;

            private static void BookCore<T>(T seat)
                where T : class => throw new NotImplementedException();
        }
        """);

    [Fact]
    public Task No_core_is_generated_beside_one_that_differs() => GenerateCoreVerifier.VerifyNoFixAsync("""
        public partial class FlightTools
        {
            [Recorded]
            public partial int {|REEN1003:Quote|}(string city);

            private int QuoteCore(int city) => city;
        }
        """);
}
