namespace Reenact.Testing.Tests.Recordings;

/// <summary>What a test of a user looks like. Its recording is committed, so every build replays one that an earlier build made.</summary>
public class CommittedRecordingTests
{
    [Fact]
    public async Task A_committed_recording_replays()
    {
        var bank = new Bank();

        var result = await ReenactTest.RunAsync("refund.reenact", () => new RefundAgent(bank).HandleAsync("a-1", 40));

        Assert.Equal("refunded", result.Output.Status);
        Assert.Equal(result.Mode == ReenactMode.Replay ? 0 : 2, bank.LiveCalls);
    }
}
