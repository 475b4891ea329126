using Microsoft.CodeAnalysis.Testing;

namespace Reenact.Analyzers.Tests.Summary;

public sealed class RecordedMethodsTests
{
    [Fact]
    public Task Methods_are_counted_once_for_the_project() => RecordedMethodCountVerifier.VerifyAsync(
        [
            """
            public partial class FlightTools
            {
                [Recorded]
                public partial int Search(string city);

                private int SearchCore(string city) => 1;

                [Recorded]
                public partial int Echo<T>([IgnoreRecorded] T value);

                private int EchoCore<T>(T value) => 1;

                public void Ordinary() { }
            }
            """,
            """
            public partial class Agent
            {
                public partial class Inner
                {
                    [Replayed]
                    public static partial Task RunAsync();

                    private static Task RunCoreAsync() => Task.CompletedTask;
                }
            }
            """,
        ],
        new DiagnosticResult(Descriptors.RecordedMethods).WithArguments(2, "methods", 1, ""));

    [Fact]
    public Task Methods_that_cannot_be_recorded_are_told_apart() => RecordedMethodCountVerifier.VerifyAsync(
        ["""
        public partial class FlightTools
        {
            [Recorded]
            public partial int Search(string city);

            private int SearchCore(string city) => 1;

            [Recorded]
            public int Quote() => 1;
        }
        """],
        new DiagnosticResult(Descriptors.RecordedMethods).WithArguments(1, "method", 0, "; 1 marked method can't be, as errors say"));

    [Fact]
    public Task A_project_without_such_methods_says_nothing() => RecordedMethodCountVerifier.VerifyAsync("public class FlightTools;");
}
