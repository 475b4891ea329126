using System.Diagnostics;
using System.Net.Http;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Replaying;

public sealed class ReplayTests
{
    private readonly FlightAgent agent = new();

    [Fact]
    public async Task Nothing_runs_live_and_the_report_says_what_matched()
    {
        agent.Body = async (self, request) => await self.SearchAsync(request, 1) + await self.SearchLaterAsync(request);
        string? recorded = null;
        var bytes = await Recorded.SessionAsync(async () => recorded = await agent.HandleAsync("JFK"));
        var live = agent.LiveCalls;

        using var replay = Recorded.Replay(bytes);
        var report = await replay.RunAsync(() => agent.HandleAsync("JFK"));

        Assert.Equal(recorded, report.Output);
        Assert.Equal(live, agent.LiveCalls);
        Assert.True(report.IsMatch);
        Assert.Equal(1.0, report.Coverage);
        Assert.Equal(Exactness.Exact, report.Exactness);
        Assert.Equal("Reenact.Tests.Replaying.FlightAgent.HandleAsync", Assert.Single(report.Latencies).Method);
        await Assert.ThrowsAsync<InvalidOperationException>(() => replay.RunAsync(() => agent.HandleAsync("JFK")));
    }

    [Fact]
    public async Task Tasks_are_complete_at_return_as_recorded()
    {
        async Task<string> RunAsync()
        {
            var checkedIt = new TaskCompletionSource();
            var tools = new SampleTools { Work = _ => checkedIt.Task };
            var now = agent.SearchAsync("JFK", 1);
            var completed = now.IsCompleted;
            var later = tools.WaitAsync("JFK");
            var completedLater = later.IsCompleted;
            checkedIt.SetResult();
            return $"{completed} {completedLater} {await now} {await later}";
        }

        var recorded = "";
        var bytes = await Recorded.SessionAsync(async () => recorded = await RunAsync());

        using var replay = Recorded.Replay(bytes);
        Assert.Equal(recorded, (await replay.RunAsync(RunAsync)).Output);
        Assert.StartsWith("True False", recorded);
    }

    [Fact]
    public async Task Exceptions_come_back_as_their_own_type_or_say_what_they_were()
    {
        await AssertComesBack(() => new HttpRequestException("gone", null, System.Net.HttpStatusCode.Gone), exception =>
            Assert.Equal(System.Net.HttpStatusCode.Gone, Assert.IsType<HttpRequestException>(exception).StatusCode));
        await AssertComesBack(() => new TimeoutException("late", new IOException("inner")), exception =>
            Assert.Equal("inner", Assert.IsType<IOException>(Assert.IsType<TimeoutException>(exception).InnerException).Message));
        await AssertComesBack(() => throw new SeatTakenException("12A"), exception => Assert.Equal("12A", Assert.IsType<SeatTakenException>(exception).Message));
        await AssertComesBack(UnknownException, exception =>
            Assert.Equal("System.Data.DBConcurrencyException", Assert.IsType<RecordedException>(exception).OriginalType));
    }

    [Fact]
    public async Task Races_have_the_recorded_winner_each_time()
    {
        for (var session = 0; session < 50; session++)
        {
            async Task<int> RaceAsync()
            {
                var branches = Enumerable.Range(0, 8).Select(BranchAsync).ToArray();
                var winner = Array.IndexOf(branches, await Task.WhenAny(branches));
                await Task.WhenAll(branches);
                return winner;
            }

            var tools = new SampleTools { Work = static _ => Task.Delay(Random.Shared.Next(4)) };
            async Task<string> BranchAsync(int number) => await tools.WaitAsync(await tools.WaitAsync(number.ToString()));

            var recorded = -1;
            var bytes = await Recorded.SessionAsync(async () => recorded = await RaceAsync(), Scheduling.Exact);

            using var replay = Recorded.Replay(bytes);
            Assert.Equal(recorded, (await replay.RunAsync(RaceAsync)).Output);
        }
    }

    [Fact]
    public async Task In_a_free_recording_calls_and_agents_that_come_too_early_wait_for_their_turn()
    {
        var turn = new TaskCompletionSource();
        var replaying = false;
        var tools = new SampleTools { Work = static _ => Task.Delay(2) };
        agent.Body = async (_, request) => await tools.WaitAsync(request);
        async Task<string> RunAsync()
        {
            return string.Join(' ', await Task.WhenAll(First(), Second()));

            // Recorded, the second branch comes first; on replay nothing holds the first one back.
            async Task<string> First()
            {
                if (!replaying)
                {
                    await turn.Task;
                }

                return await tools.WaitAsync("first") + await agent.HandleAsync("first agent");
            }

            async Task<string> Second()
            {
                var agentTask = agent.HandleAsync("second agent");
                var task = tools.WaitAsync("second");
                turn.TrySetResult();
                return await task + await agentTask;
            }
        }

        var recorded = "";
        var bytes = await Recorded.SessionAsync(async () => recorded = await RunAsync());
        replaying = true;

        using var replay = Recorded.Replay(bytes);
        var report = await replay.RunAsync(RunAsync);
        Assert.Equal(recorded, report.Output);
        Assert.True(report.IsMatch);
        Assert.Equal(Exactness.Free, report.Exactness);
        Assert.StartsWith("The recording is free: calls were in flight at once", report.ToString());
    }

    [Fact]
    public async Task Code_that_leaves_for_the_thread_pool_comes_back_one_at_a_time()
    {
        async Task<int> RunAsync()
        {
            var (inside, most) = (0, 0);
            await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
            {
                await agent.SearchLaterAsync("x").ConfigureAwait(false);
                for (var i = 0; i < 20; i++)
                {
                    await Task.Yield();
                    most = Math.Max(most, Interlocked.Increment(ref inside));
                    Thread.SpinWait(2000);
                    Interlocked.Decrement(ref inside);
                }
            }));
            return most;
        }

        var bytes = await Recorded.SessionAsync(RunAsync);

        using var replay = Recorded.Replay(bytes);
        Assert.Equal(1, (await replay.RunAsync(RunAsync)).Output);
    }

    [Theory]
    [InlineData("awaits", "awaits a TaskCompletionSource that nobody completes in ReplayTests.")]
    [InlineData("blocks", "blocks its thread")]
    [InlineData("sleeps", "awaits a timer (Task.Delay) in ReplayTests.")]
    [InlineData("loops", "computes without end")]
    [InlineData("yields", "computes without end")]
    public async Task Code_that_gets_no_further_is_left_behind_and_says_where(string how, string said)
    {
        var replaying = false;
        var stop = false;
        async Task RunAsync()
        {
            await agent.SearchAsync("JFK", 1);
            switch (replaying ? how : "")
            {
                case "awaits":
                    await new TaskCompletionSource().Task;
                    break;
                case "blocks":
                    new TaskCompletionSource<int>().Task.GetAwaiter().GetResult();
                    break;
                case "sleeps":
                    await Task.Delay(TimeSpan.FromMinutes(1));
                    break;
                case "loops":
                    while (!Volatile.Read(ref stop))
                    {
                    }

                    break;
                case "yields":
                    while (!Volatile.Read(ref stop))
                    {
                        await Task.Yield();
                    }

                    break;
            }
        }

        var bytes = await Recorded.SessionAsync(RunAsync);
        replaying = true;
        using var replay = Recorded.Replay(bytes, new ReplayOptions { StuckTimeout = TimeSpan.FromMilliseconds(150) });
        var time = Stopwatch.StartNew();
        var exception = await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(RunAsync));
        stop = true;

        Assert.Equal(DivergenceKind.Stuck, exception.Divergence.Kind);
        Assert.Contains(said, exception.Message);
        Assert.Contains("FlightAgent.SearchAsync(from: \"JFK\", nights: 1)", exception.Message);
        Assert.InRange(time.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Code_left_over_from_a_replay_can_not_run_live()
    {
        var replayEnded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var leftOver = new TaskCompletionSource<Exception>();
        var replaying = false;
        async Task RunAsync()
        {
            await agent.SearchAsync("JFK", 1);
            if (replaying)
            {
                _ = LeaveOver();
            }
        }

        var bytes = await Recorded.SessionAsync(RunAsync);
        var live = agent.LiveCalls;
        replaying = true;
        using var replay = Recorded.Replay(bytes);
        await replay.RunAsync(RunAsync);
        replayEnded.SetResult();

        Assert.IsType<ReplayDivergenceException>(await leftOver.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        Assert.Equal(live, agent.LiveCalls);

        async Task LeaveOver()
        {
            await replayEnded.Task;
            leftOver.SetResult((await Record.ExceptionAsync(() => agent.BookAsync("F1")))!);
        }
    }

    [Fact]
    public async Task A_recording_that_was_cut_off_replays_up_to_its_end_and_says_so()
    {
        var store = new KeptBlockStore();
        byte[]? cut = null;
        await using (var session = Session.Record(store))
        {
            await agent.SearchAsync("JFK", 1);
            var open = agent.SearchLaterAsync("BOS");
            await session.FlushAsync();
            cut = store.Bytes;
            await open;
        }

        using var goesOn = Recorded.Replay(cut);
        var ends = await Assert.ThrowsAsync<ReplayDivergenceException>(() => goesOn.RunAsync(async () =>
        {
            await agent.SearchAsync("JFK", 1);
            _ = agent.SearchLaterAsync("BOS");
            await agent.BookAsync("F1");
        }));
        Assert.Equal(DivergenceKind.RecordingEnds, ends.Divergence.Kind);
        Assert.Contains("was cut off here", ends.Message);

        using var waits = Recorded.Replay(cut, new ReplayOptions());
        var time = Stopwatch.StartNew();
        var inside = await Assert.ThrowsAsync<ReplayDivergenceException>(() => waits.RunAsync(async () =>
        {
            await agent.SearchAsync("JFK", 1);
            await agent.SearchLaterAsync("BOS");
        }));
        Assert.Equal(DivergenceKind.RecordingEnds, inside.Divergence.Kind);
        Assert.Contains("ends inside this call of FlightAgent.SearchLaterAsync", inside.Message);
        Assert.InRange(time.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task A_damaged_recording_is_a_typed_error()
    {
        var bytes = await Recorded.SessionAsync(() => agent.SearchAsync("JFK", 1));
        bytes[bytes.Length / 2] ^= 1;

        Assert.Throws<RecordingException>(() => Recorded.Replay(bytes));
    }

    private static Exception UnknownException() =>
        (Exception)Activator.CreateInstance(typeof(System.Data.DBConcurrencyException), "elsewhere")!;

    private static async Task AssertComesBack(Func<Exception> failure, Action<Exception> check)
    {
        var agent = new FlightAgent { Failure = failure };
        async Task<string> RunAsync()
        {
            var exception = (await Record.ExceptionAsync(() => agent.BookAsync("F1")))!;
            if (agent.LiveCalls == 1 && Session.Current!.IsReplay)
            {
                check(exception);
            }

            return exception.Message;
        }

        string? recorded = null;
        var bytes = await Recorded.SessionAsync(async () => recorded = await RunAsync());
        using var replay = Recorded.Replay(bytes);
        Assert.Equal(recorded, (await replay.RunAsync(RunAsync)).Output);
    }
}

/// <summary>An exception of the program's own.</summary>
public sealed class SeatTakenException(string message) : Exception(message);
