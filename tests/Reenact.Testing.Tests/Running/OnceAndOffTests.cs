namespace Reenact.Testing.Tests.Running;

public sealed class OnceAndOffTests : IDisposable
{
    private readonly RefundTest test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public async Task The_first_run_on_a_machine_records_and_the_second_replays()
    {
        Assert.Equal(ReenactMode.Record, (await test.RunAsync()).Mode);
        Assert.Equal(ReenactMode.Replay, (await test.RunAsync()).Mode);

        Assert.Equal(2, test.Bank.LiveCalls);
    }

    [Fact]
    public async Task A_run_that_failed_is_recorded_by_the_next()
    {
        test.Amount = 1000;
        await Assert.ThrowsAsync<PaymentDeclinedException>(test.RunAsync);
        test.Amount = 40;

        Assert.Equal(ReenactMode.Record, (await test.RunAsync()).Mode);
    }

    [Fact]
    public async Task In_CI_the_first_run_fails_and_nothing_runs()
    {
        test["CI"] = "true";

        await Assert.ThrowsAsync<MissingRecordingException>(test.RunAsync);

        Assert.Equal(0, test.Bank.LiveCalls);
        Assert.Empty(test.Folder.Files);
    }

    [Fact]
    public async Task In_CI_a_test_records_when_it_is_named()
    {
        test["CI"] = "true";
        test["REENACT_MODE"] = "Record";
        await Assert.ThrowsAsync<ReenactTestException>(test.RunAsync);
        Assert.Equal(0, test.Bank.LiveCalls);

        test["REENACT_RECORD"] = RefundTest.Name;
        Assert.Equal(ReenactMode.Record, (await test.RunAsync()).Mode);
    }

    [Fact]
    public async Task Off_runs_live_without_a_session_and_leaves_no_file()
    {
        test["REENACT_MODE"] = "Off";

        var result = await test.RunAsync(async () =>
        {
            Assert.Null(Session.Current);
            return await new RefundAgent(test.Bank).HandleAsync("a-1", 40);
        });

        Assert.Equal(ReenactMode.Off, result.Mode);
        Assert.Equal("refunded", result.Output.Status);
        Assert.Null(result.Report);
        Assert.Equal(2, test.Bank.LiveCalls);
        Assert.Empty(test.Folder.Files);
    }

    [Fact]
    public async Task Off_leaves_an_existing_recording_alone()
    {
        await test.RecordAsync();
        var before = await File.ReadAllBytesAsync(test.RecordingPath, TestContext.Current.CancellationToken);
        test["REENACT_MODE"] = "Off";
        test.Amount = 41;

        Assert.Equal("receipt-a-1-41", (await test.RunAsync()).Output.Receipt);

        Assert.Equal(before, await File.ReadAllBytesAsync(test.RecordingPath, TestContext.Current.CancellationToken));
    }
}
