using Reenact.Events;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Replaying.Races;

/// <summary>What makes a recording free is recorded with it, and calls that by luck never overlapped are no proof of an order.</summary>
public sealed class FreeCauseTests
{
    private readonly SampleTools tools = new() { Work = static _ => Task.Delay(1) };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_flow_of_code_is_exact_whatever_it_awaits(bool captures)
    {
        var agent = new FlightAgent
        {
            Body = async (_, request) =>
            {
                await Task.Yield();
                return await AskAsync(request) + await AskAsync(request);
            },
        };

        // A machine that is busy enough may make one of them uncertain.
        for (var tries = 0; tries < 5; tries++)
        {
            var bytes = await Recorded.SessionAsync(async () =>
            {
                for (var i = 0; i < 5; i++)
                {
                    await AskAsync("a").ConfigureAwait(captures);
                    await Task.Delay(1);
                    await agent.HandleAsync("b").ConfigureAwait(captures);
                    SampleTools.Twice(i);
                    await Task.Yield();
                }
            });
            if (Recorded.FreeCauseOf(bytes) is null)
            {
                return;
            }
        }

        Assert.Fail("None of five recordings of one flow of code was exact.");

        async Task<string> AskAsync(string question)
        {
            await Task.Yield();
            return await tools.WaitAsync(question).ConfigureAwait(captures);
        }
    }

    [Fact]
    public Task Branches_whose_calls_never_overlap_are_free() => AssertFreeAsync(
        [FreeCause.SeveralFlows, FreeCause.OverlappingCalls],
        () =>
        {
            return Task.WhenAll(BranchAsync(), BranchAsync());

            async Task BranchAsync()
            {
                await Task.Yield();
                lock (tools)
                {
                    SampleTools.Twice(1);
                }
            }
        });

    [Fact]
    public Task A_call_that_ended_before_anybody_awaited_it_makes_a_recording_free() => AssertFreeAsync(
        [FreeCause.OverlappingCalls],
        async () =>
        {
            var asked = tools.WaitAsync("a");
            while (!asked.IsCompleted)
            {
                Thread.Sleep(1);
            }

            SampleTools.Twice(1);
            await asked;
        });

    [Fact]
    public Task Code_that_goes_on_beside_its_own_call_makes_a_recording_free() => AssertFreeAsync(
        [FreeCause.CodeBesideCall],
        async () =>
        {
            var asked = tools.WaitAsync("a");
            while (!asked.IsCompleted)
            {
                await Task.Yield();
            }
        });

    [Fact]
    public async Task A_call_that_is_in_flight_at_the_end_makes_a_freely_running_session_free_and_not_a_scheduled_one()
    {
        var never = new SampleTools { Work = static _ => new TaskCompletionSource().Task };
        Task Leave()
        {
            _ = never.WaitAsync("a");
            return Task.CompletedTask;
        }

        await AssertFreeAsync([FreeCause.UnfinishedCalls], Leave);
        var bytes = await Recorded.SessionAsync(Leave, Scheduling.Exact);
        Assert.Null(Recorded.FreeCauseOf(bytes));
        using var replay = Recorded.Replay(bytes);
        Assert.True((await replay.RunAsync(async () =>
        {
            await Leave();
            return "";
        })).IsMatch);
    }

    [Fact]
    public async Task What_scheduled_code_leaves_in_flight_ends_before_the_session_does()
    {
        var slow = new SampleTools { Work = static _ => Task.Delay(50) };
        var bytes = await Recorded.SessionAsync(
            () =>
            {
                _ = slow.WaitAsync("a");
                return Task.CompletedTask;
            },
            Scheduling.Exact);

        using var recording = Recorded.Open(bytes);
        Assert.IsType<CallReturnedEvent>(Assert.Single(recording.Calls).End);
    }

    [Fact]
    public async Task A_real_timer_beside_a_call_makes_a_scheduled_session_free_and_one_alone_does_not()
    {
        Assert.Equal(FreeCause.RealTimer, Recorded.FreeCauseOf(await Recorded.SessionAsync(() => Task.WhenAny(tools.WaitAsync("a"), Task.Delay(1)), Scheduling.Exact)));
        Assert.Null(Recorded.FreeCauseOf(await Recorded.SessionAsync(
            async () =>
            {
                await Task.Delay(1);
                await tools.WaitAsync("a");
                await Task.Delay(1).ConfigureAwait(false);
                await tools.WaitAsync("b");
            },
            Scheduling.Exact)));
    }

    [Fact]
    public async Task A_report_says_why_the_recording_is_free()
    {
        var bytes = await Recorded.SessionAsync(() => Task.WhenAll(tools.WaitAsync("a"), tools.WaitAsync("b")));

        using var replay = Recorded.Replay(bytes);
        var report = await replay.RunAsync(async () =>
        {
            await Task.WhenAll(tools.WaitAsync("a"), tools.WaitAsync("b"));
            return "";
        });

        Assert.Equal(FreeCause.OverlappingCalls, report.FreeCause);
        Assert.StartsWith($"The recording is free: calls were in flight at once, first at event {report.FreeSince}.", report.ToString());
        Assert.Contains("\"freeCause\":\"overlappingCalls\"", report.ToJson().Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Code_that_Task_Run_runs_makes_a_scheduled_session_free()
    {
        var bytes = await Recorded.SessionAsync(() => Task.Run(() => tools.WaitAsync("a")), Scheduling.Exact);
        Assert.Equal(FreeCause.PoolTask, Recorded.FreeCauseOf(bytes));
    }

    private static async Task AssertFreeAsync(FreeCause[] causes, Func<Task> code) =>
        Assert.Contains(Assert.NotNull(Recorded.FreeCauseOf(await Recorded.SessionAsync(code))), causes);
}
