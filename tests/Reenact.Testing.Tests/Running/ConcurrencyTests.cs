namespace Reenact.Testing.Tests.Running;

public sealed class ConcurrencyTests : IDisposable
{
    private readonly RefundTest test = new() { Bank = new Bank { Pace = TimeSpan.FromMilliseconds(20) } };

    public void Dispose() => test.Dispose();

    [Fact]
    public async Task Of_tests_that_share_a_missing_recording_one_records_and_the_others_replay()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(test.RunAsync)));

        Assert.Single(results, result => result.Mode == ReenactMode.Record);
        Assert.Equal(7, results.Count(result => result.Mode == ReenactMode.Replay));
        Assert.All(results, result => Assert.Equal("receipt-a-1-40", result.Output.Receipt));
        Assert.Equal(2, test.Bank.LiveCalls);
        Assert.Equal(["refund.reenact"], test.Folder.Files);
    }

    [Fact]
    public async Task When_the_first_fails_the_next_records()
    {
        bool[] faulty = [true, false, true, false];
        var runs = await Task.WhenAll(faulty.Select(isFaulty => Task.Run(() => RunAsync(isFaulty))));

        Assert.Single(runs, mode => mode == ReenactMode.Record);
        Assert.Contains(ReenactMode.Replay, runs);
        Assert.Equal(["refund.reenact"], test.Folder.Files);
    }

    [Fact]
    public async Task Tests_that_record_the_same_file_leave_one_whole_recording()
    {
        test["REENACT_MODE"] = "Record";
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(test.RunAsync)));

        Assert.Equal(12, test.Bank.LiveCalls);
        Assert.Equal(["refund.reenact"], test.Folder.Files);
        using var recording = Recording.Open(test.RecordingPath);
        Assert.Equal(RecordingState.Sealed, recording.State);
        Assert.True(recording.Verify().IsIntact);
    }

    [Fact]
    public async Task A_recording_can_be_replayed_while_it_is_recorded_again()
    {
        await test.RecordAsync();
        test["REENACT_MODE"] = "Record";
        var recording = test.RunAsync(async () =>
        {
            using var replay = Session.Replay(test.RecordingPath);
            await replay.RunAsync(() => new RefundAgent(test.Bank).HandleAsync("a-1", 40));
            return await new RefundAgent(test.Bank).HandleAsync("a-1", 41);
        });

        Assert.Equal("receipt-a-1-41", (await recording).Output.Receipt);
    }

    [Fact]
    public async Task A_run_inside_a_run_with_the_same_recording_is_an_error_instead_of_a_deadlock()
    {
        var error = await Assert.ThrowsAsync<ReenactTestException>(() => test.RunAsync(test.RunAsync));

        Assert.Contains("starts another run with the same recording", error.Message, StringComparison.Ordinal);
        Assert.Equal(ReenactMode.Record, (await test.RunAsync()).Mode);
    }

    /// <returns>The mode that ran to its end; null where the run was the faulty one and recorded.</returns>
    private async Task<ReenactMode?> RunAsync(bool isFaulty)
    {
        try
        {
            var result = await test.RunAsync(async () =>
            {
                var refund = await new RefundAgent(test.Bank).HandleAsync("a-1", 40);
                return isFaulty && !Session.Current!.IsReplay ? throw new FormatException("a fault of the test") : refund;
            });
            return result.Mode;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
