using System.Runtime.CompilerServices;
using Reenact.Sessions;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Replaying.Races;

/// <summary>Which real timers of scheduled code make its recording free: those that may still tick while a call is in flight.</summary>
public sealed class RealTimerTests
{
    private static readonly List<Timer> Kept = [];

    private readonly SampleTools tools = new() { Work = static _ => Task.Delay(1) };

    [Fact]
    public async Task A_periodic_timer_races_with_calls_after_its_first_tick_too()
    {
        Assert.Equal(FreeCause.RealTimer, await CauseAsync(async () =>
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
            await timer.WaitForNextTickAsync().ConfigureAwait(false);
            await Task.WhenAny(tools.WaitAsync("a"), timer.WaitForNextTickAsync().AsTask());
        }));
        Assert.Equal(FreeCause.RealTimer, await CauseAsync(async () =>
        {
            var ticked = new TaskCompletionSource();
            using var timer = new Timer(_ => ticked.TrySetResult(), null, 1, 1);
            await ticked.Task.ConfigureAwait(false);
            await tools.WaitAsync("a");
        }));
    }

    [Fact]
    public async Task A_timer_that_was_stopped_counts_as_running_until_it_is_due()
    {
        Assert.Null(await CauseAsync(async () =>
        {
            new CancellationTokenSource(TimeSpan.FromMilliseconds(30)).Dispose();
            using (var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10)))
            {
                await timer.WaitForNextTickAsync().ConfigureAwait(false);
            }

            await Task.Delay(500);
            await tools.WaitAsync("a");
        }));
        Assert.Equal(FreeCause.RealTimer, await CauseAsync(async () =>
        {
            new CancellationTokenSource(TimeSpan.FromHours(1)).Dispose();
            await tools.WaitAsync("a");
        }));
    }

    [Fact]
    public async Task A_timer_that_comes_long_after_it_was_due_races_with_the_call_that_it_comes_beside()
    {
        var gate = new TaskCompletionSource();
        var held = new SampleTools { Work = _ => gate.Task };
        Assert.Equal(FreeCause.RealTimer, await CauseAsync(async () =>
        {
            // As the runtime tells it where the thread pool has no thread for a timer in time.
            Pump.NoteTimerStarted(long.MinValue, due: 0, period: null);
            await Task.Delay(500);
            var call = held.WaitAsync("a");
            Pump.NoteTimerFired(long.MinValue);
            gate.SetResult();
            await call;
        }));
    }

    [Fact]
    public async Task A_timer_that_code_starts_after_its_session_has_ended_does_not_hold_the_session()
    {
        var session = await LeaveTimerAsync();
        for (var i = 0; i < 50 && session.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.False(session.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> LeaveTimerAsync()
    {
        var (begun, over) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new ManualResetEventSlim());
        var session = Session.Record(new KeptBlockStore(), options: new RecordOptions { Scheduling = Scheduling.Exact });
        var run = session.RunAsync(async () =>
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            begun.SetResult();
            over.Wait();
            using (ExecutionContext.SuppressFlow())
            {
                Kept.Add(new Timer(static _ => { }, null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan));
            }
        });
        await begun.Task;
        await session.DisposeAsync();
        over.Set();
        await run;
        return new WeakReference(session);
    }

    private static async Task<FreeCause?> CauseAsync(Func<Task> code) => Recorded.FreeCauseOf(await Recorded.SessionAsync(code, Scheduling.Exact));
}
