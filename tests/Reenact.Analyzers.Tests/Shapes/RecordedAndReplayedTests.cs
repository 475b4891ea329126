using Microsoft.CodeAnalysis.Testing;

namespace Reenact.Analyzers.Tests.Shapes;

public sealed class RecordedAndReplayedTests
{
    [Fact]
    public Task Both_attributes_on_one_method_are_flagged() => RecordedMethodVerifier.VerifyAsync(
        ["""
        public partial class SupportAgent
        {
            [Recorded, Replayed]
            public partial int {|#0:Handle|}();

            private int HandleCore() => 1;
        }
        """],
        new DiagnosticResult(Descriptors.RecordedAndReplayed).WithLocation(0).WithArguments(
            "SupportAgent.Handle",
            "is marked both [Recorded], whose body does not run on replay, and [Replayed], whose body does",
            "Keep [Recorded] for a call of the outside world, or [Replayed] for code of the agent"));

    [Fact]
    public Task One_of_each_is_not_flagged() => RecordedMethodVerifier.VerifyAsync("""
        public partial class SupportAgent
        {
            [Replayed]
            public partial int Handle();

            private int HandleCore() => Quote();

            [Recorded]
            public partial int Quote();

            private int QuoteCore() => 1;
        }
        """);
}
