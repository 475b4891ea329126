using Reenact.Events;

namespace Reenact.Testing.Tests.Running;

public sealed class RecordTests : IDisposable
{
    private readonly RefundTest test = new()
    {
        Recording = Path.Combine("made", "on", "demand", "refund.reenact"),
        Options = new() { Mode = ReenactMode.Record, Info = new SessionInfo { Agent = "refunds" } },
    };

    public void Dispose() => test.Dispose();

    [Fact]
    public async Task The_code_runs_live_into_a_recording_whose_folders_are_made()
    {
        var result = await test.RunAsync();

        Assert.Equal(ReenactMode.Record, result.Mode);
        Assert.Equal("refunded", result.Output.Status);
        Assert.Null(result.Report);
        Assert.Equal(2, test.Bank.LiveCalls);
        Assert.Equal(test.RecordingPath, result.RecordingPath);
        Assert.Equal(["made/on/demand/refund.reenact"], test.Folder.Files);
    }

    [Fact]
    public async Task The_recording_is_sealed_and_says_who_ran_and_how_it_ended()
    {
        await test.RunAsync();

        using var recording = Recording.Open(test.RecordingPath);
        Assert.Equal(RecordingState.Sealed, recording.State);
        Assert.Equal("refunds", recording.Info.Agent);
        var end = Assert.IsType<SessionEndedEvent>(recording.ReadEvents().Last());
        Assert.Equal(Outcome.Success, end.Outcome);
        Assert.Equal(Exactness.Exact, end.Exactness);
    }

    [Fact]
    public async Task The_old_recording_is_replaced()
    {
        await test.RecordAsync();
        test.Amount = 55;

        await test.RunAsync();

        Assert.Equal(["made/on/demand/refund.reenact"], test.Folder.Files);
        test["REENACT_MODE"] = "Replay";
        Assert.Equal("receipt-a-1-55", (await test.RunAsync()).Output.Receipt);
    }

    [Fact]
    public async Task A_fault_leaves_the_old_recording_as_it_was_and_no_other_file()
    {
        await test.RecordAsync();
        var before = await File.ReadAllBytesAsync(test.RecordingPath, TestContext.Current.CancellationToken);
        test.Amount = 1000;

        await Assert.ThrowsAsync<PaymentDeclinedException>(test.RunAsync);

        Assert.Equal(before, await File.ReadAllBytesAsync(test.RecordingPath, TestContext.Current.CancellationToken));
        Assert.Equal(["made/on/demand/refund.reenact"], test.Folder.Files);
    }

    [Fact]
    public async Task A_failed_assertion_in_the_code_is_a_fault()
    {
        await Assert.ThrowsAsync<Xunit.Sdk.EqualException>(() => test.RunAsync(async () =>
        {
            var refund = await new RefundAgent(test.Bank).HandleAsync("a-1", 40);
            Assert.Equal("declined", refund.Status);
            return refund;
        }));

        Assert.Equal(2, test.Bank.LiveCalls);
        Assert.Empty(test.Folder.Files);
    }

    [Fact]
    public async Task Code_that_throws_before_it_returns_a_task_is_a_fault_as_any()
    {
        await Assert.ThrowsAsync<FormatException>(() => test.RunAsync<int>(() => throw new FormatException("at once")));

        Assert.Empty(test.Folder.Files);
    }

    [Fact]
    public async Task An_exception_that_the_code_handles_is_recorded_and_no_fault()
    {
        test.Amount = 1000;
        await test.RunAsync(HandleDecline);

        test["REENACT_MODE"] = "Replay";
        var replayed = await test.RunAsync(HandleDecline);

        Assert.Equal("a-1 has 100, not 1000", replayed.Output);
        Assert.Equal(2, test.Bank.LiveCalls);
    }

    [Fact]
    public async Task The_outcome_is_the_one_that_the_options_or_the_code_say()
    {
        using var canceled = new RefundTest { Options = new() { Mode = ReenactMode.Record, Outcome = Outcome.Canceled } };
        await canceled.RunAsync();
        Assert.Equal(Outcome.Canceled, OutcomeOf(canceled));

        await canceled.RunAsync(() =>
        {
            ((SessionRecorder)Session.Current!).Complete(Outcome.Failure, "E-7");
            return Task.FromResult(0);
        });
        Assert.Equal(Outcome.Failure, OutcomeOf(canceled));
    }

    [Fact]
    public async Task Scheduling_is_free_where_the_options_say_so()
    {
        using var free = new RefundTest { Options = new() { Mode = ReenactMode.Record, Record = new() { Scheduling = Scheduling.Free } } };

        var thread = await free.RunAsync(() => Task.FromResult(Thread.CurrentThread.Name));
        Assert.NotEqual("Reenact pump", thread.Output);

        thread = await test.RunAsync(() => Task.FromResult(Thread.CurrentThread.Name));
        Assert.Equal("Reenact pump", thread.Output);
    }

    [Fact]
    public async Task No_session_is_left_behind()
    {
        await test.RunAsync();
        Assert.Null(Session.Current);

        test.Amount = 1000;
        await Assert.ThrowsAsync<PaymentDeclinedException>(test.RunAsync);
        Assert.Null(Session.Current);
    }

    [Fact]
    public async Task A_folder_that_can_not_be_made_is_a_clear_error_and_nothing_runs()
    {
        test.Folder.Write("made", "a file where the folder should be");

        var error = await Assert.ThrowsAsync<RecordingException>(test.RunAsync);

        Assert.Contains("the folder for the recording can't be created", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, test.Bank.LiveCalls);
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_recording_is_a_clear_error()
    {
        Directory.CreateDirectory(test.RecordingPath);

        var error = await Assert.ThrowsAsync<RecordingException>(test.RunAsync);

        Assert.Contains("can't take the place of the old one", error.Message, StringComparison.Ordinal);
        Assert.Empty(test.Folder.Files);
    }

    private async Task<string> HandleDecline()
    {
        try
        {
            return (await new RefundAgent(test.Bank).HandleAsync(test.Account, test.Amount)).Receipt;
        }
        catch (PaymentDeclinedException declined)
        {
            return declined.Message;
        }
    }

    private static Outcome OutcomeOf(RefundTest test)
    {
        using var recording = Recording.Open(test.RecordingPath);
        return recording.Summary.Outcome ?? throw new InvalidOperationException("The recording has no outcome.");
    }
}
