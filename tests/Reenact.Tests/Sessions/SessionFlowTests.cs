using Reenact.Format;
using Reenact.Shims;
using Xunit;

namespace Reenact.Tests.Sessions;

/// <summary>Where a session is current, and where it is not.</summary>
public sealed partial class SessionFlowTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_that_an_asynchronous_factory_made_records_what_it_is_given_to_run()
    {
        using var store = new MemoryBlockStore();
        await using (var session = await OpenLaterAsync(store))
        {
            Assert.Null(Session.Current);
            await session.RunAsync(() => Task.FromResult(Tool.Twice(21)));
            session.Complete(Outcome.Success);
        }

        using var recording = Recording.Open(new MemoryBlockStore(store.ToArray()));
        Assert.Equal(21, Assert.Single(recording.Calls).Arguments[0].Read<int, Int32Codec>());
    }

    [Fact]
    public async Task Sessions_that_end_in_the_wrong_order_leave_none_current()
    {
        var outer = Session.Record(new MemoryBlockStore());
        var inner = Session.Record(new MemoryBlockStore());
        await outer.DisposeAsync();
        await inner.DisposeAsync();
        Assert.Null(Session.Current);
    }

    [Fact]
    public async Task A_session_that_is_scheduled_exactly_runs_its_code_once()
    {
        await using var session = Session.Record(new MemoryBlockStore(), options: new RecordOptions { Scheduling = Scheduling.Exact });
        await session.RunAsync(() => Task.FromResult(1));
        var second = await Assert.ThrowsAsync<InvalidOperationException>(() => session.RunAsync(() => Task.FromResult(2)));
        Assert.Contains("once", second.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_periodic_timer_is_recorded_and_replayed()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.reenact");
        await using (Session.Record(path))
        {
            Assert.Equal(3, await TickAsync(3));
        }

        using var replay = Session.Replay(path);
        var report = await replay.RunAsync(() => TickAsync(3));
        Assert.Equal(3, report.Output);
        Assert.Empty(report.Divergences);
        File.Delete(path);
    }

    private static async Task<int> TickAsync(int count)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20), Deterministic.TimeProvider);
        var ticks = 0;
        while (ticks < count && await timer.WaitForNextTickAsync(Token))
        {
            ticks++;
        }

        return ticks;
    }

    private static async Task<SessionRecorder> OpenLaterAsync(IBlockStore store)
    {
        await Task.Yield();
        return Session.Record(store);
    }

    public static partial class Tool
    {
        [Recorded]
        public static partial int Twice(int value);

        private static int TwiceCore(int value) => value * 2;
    }
}
