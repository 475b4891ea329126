using Reenact.Events;
using Reenact.Format;
using Reenact.Tests.Format;
using Xunit;

namespace Reenact.Tests.Recorders;

public sealed class SessionRecordingTests
{
    private readonly SampleTools tools = new();

    [Fact]
    public async Task Calls_after_disposal_run_unrecorded_and_belong_to_the_session_outside()
    {
        var (outerStore, innerStore) = (new KeptBlockStore(), new KeptBlockStore());
        await using (var outer = Session.Record(outerStore))
        {
            var inner = Session.Record(innerStore);
            SampleTools.Twice(1);
            await inner.DisposeAsync();
            Assert.Same(outer, Session.Current);
            SampleTools.Twice(2);
        }

        Assert.Null(Session.Current);
        Assert.Equal(6, SampleTools.Twice(3));
        Assert.Equal([1], Arguments(innerStore.Bytes));
        Assert.Equal([2], Arguments(outerStore.Bytes));
    }

    [Fact]
    public async Task A_session_that_nobody_completed_is_abandoned_and_can_be_completed_once()
    {
        var (abandoned, completed) = (new KeptBlockStore(), new KeptBlockStore());
        await using (Session.Record(abandoned))
        {
        }

        await using (var session = Session.Record(completed))
        {
            session.Complete(Outcome.Success, output: "done");
            Assert.Throws<InvalidOperationException>(() => session.Complete(Outcome.Failure));
        }

        Assert.Equal(Outcome.Abandoned, End(abandoned.Bytes).Outcome);
        Assert.Equal(Outcome.Success, End(completed.Bytes).Outcome);
    }

    [Fact]
    public async Task Sessions_in_parallel_flows_do_not_see_each_other()
    {
        var inside = new TaskCompletionSource();
        var outside = OutsideAsync();
        var stores = Enumerable.Range(0, 8).Select(_ => new KeptBlockStore()).ToArray();
        await Task.WhenAll(stores.Select(RecordAsync));
        await outside;

        async Task OutsideAsync()
        {
            await inside.Task;
            Assert.Null(Session.Current);
            SampleTools.Twice(1000);
        }

        async Task RecordAsync(KeptBlockStore store, int number)
        {
            await Task.Yield();
            await using var session = Session.Record(store);
            for (var i = 0; i < 50; i++)
            {
                SampleTools.Twice(number);
                await Task.Yield();
            }

            inside.TrySetResult();
        }

        Assert.All(stores.Index(), entry => Assert.Equal(Enumerable.Repeat(entry.Index, 50), Arguments(entry.Item.Bytes)));
    }

    [Fact]
    public async Task What_was_flushed_is_readable_while_recording_goes_on()
    {
        using var file = new TemporaryFile();
        await using var session = Session.Record(file.Path, options: new RecordOptions { Durability = Durability.Buffered });
        SampleTools.Twice(1);
        await session.FlushAsync();

        using var recording = Reenact.Recording.Open(file.Path);
        Assert.Equal(RecordingState.Unsealed, recording.State);
        Assert.Equal(1, Assert.Single(recording.Calls).Arguments[0].Read<int, Shims.Int32Codec>());
    }

    [Fact]
    public async Task A_full_disk_is_reported_by_flush_and_disposal_and_stops_no_call()
    {
        var store = new KeptBlockStore();
        var session = Session.Record(store);
        SampleTools.Twice(1);
        await session.FlushAsync();
        store.IsFull = true;

        Assert.Equal(4, SampleTools.Twice(2));
        Assert.Contains("full", (await Assert.ThrowsAsync<RecordingException>(session.FlushAsync)).Message);
        Assert.NotNull(session.WriteFailure);
        for (var i = 0; i < 200_000; i++)
        {
            tools.Leaf(i); // More than the writer's backlog holds.
        }

        await Assert.ThrowsAsync<RecordingException>(() => session.DisposeAsync().AsTask());
        Assert.Equal([1], Arguments(store.Bytes));
        await Assert.ThrowsAnyAsync<Exception>(session.FlushAsync);
    }

    [Fact]
    public async Task Flushing_a_disposed_session_is_an_error_and_does_not_hang()
    {
        var session = Session.Record(new KeptBlockStore());
        await session.DisposeAsync();
        await session.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => session.FlushAsync().WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_path_that_can_not_be_written_is_an_error_before_anything_runs()
    {
        using var file = new TemporaryFile();
        File.WriteAllText(file.Path, "something else");

        Assert.Throws<RecordingException>(() => Session.Record(file.Path));
        Assert.Throws<RecordingException>(() => Session.Record("/nowhere/at/all.reenact"));
        Assert.Null(Session.Current);
    }

    [Fact]
    public async Task Events_of_64_threads_have_numbers_without_gaps_and_are_all_there()
    {
        const int Threads = 64;
        const int CallsEach = 200;
        var store = new KeptBlockStore();
        await using (Session.Record(store))
        {
            var threads = Enumerable.Range(0, Threads).Select(number => new Thread(() =>
            {
                for (var i = 0; i < CallsEach; i++)
                {
                    if (i % 2 == 0)
                    {
                        SampleTools.Twice((number * CallsEach) + i);
                    }
                    else
                    {
                        tools.Describe(new string((char)('a' + (number % 26)), 300) + number + " " + i);
                    }
                }
            })).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
        }

        using var recording = Recorded.Open(store.Bytes);
        var events = recording.ReadEvents().ToList();
        Assert.Equal(Enumerable.Range(0, events.Count).Select(number => (long)number), events.Select(happened => happened.Sequence));
        Assert.Equal(Threads * CallsEach, recording.Calls.Count);
        Assert.Equal(Threads * CallsEach, recording.Calls.Select(call => Convert.ToHexString(call.Arguments[0].Bytes.Span)).Distinct().Count());
        Assert.All(recording.Calls, call => Assert.IsType<CallReturnedEvent>(call.End));
        Assert.True(recording.Verify().IsIntact);
    }

    [Fact]
    public async Task Sequential_sessions_are_exact_overlapping_ones_free_and_scheduled_ones_exact()
    {
        async Task Sequential()
        {
            await tools.WaitAsync("a");
            await tools.OuterAsync("b"); // What a recorded call does inside is its own business.
            SampleTools.Twice(1);
        }

        Task Overlapping() => Task.WhenAll(tools.WaitAsync("a"), tools.WaitAsync("b"));

        Assert.Null(Recorded.FreeCauseOf(await Recorded.SessionAsync(Sequential)));
        Assert.Equal(Exactness.Free, Recorded.ExactnessOf(await Recorded.SessionAsync(Overlapping)));
        Assert.Null(Recorded.FreeCauseOf(await Recorded.SessionAsync(Overlapping, Scheduling.Exact)));
    }

    [Fact]
    public async Task Recorded_calls_run_beside_the_exact_scheduling_and_may_block()
    {
        var slow = new SampleTools { Work = async _ => await Task.Delay(5) };
        await Recorded.SessionAsync(
            async () =>
            {
                Assert.NotNull(SynchronizationContext.Current);
                var first = slow.OuterAsync("a"); // Its calls inside wait for each other.
                Assert.NotNull(SynchronizationContext.Current);
                Assert.Equal("a1!a2!", await first);
                Assert.NotNull(SynchronizationContext.Current);
            },
            Scheduling.Exact).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Branches_left_over_from_a_scheduled_run_go_on()
    {
        var loser = new TaskCompletionSource();
        var slow = new SampleTools { Work = text => Task.Delay(text == "slow" ? 30 : 1) };
        await Recorded.SessionAsync(
            async () =>
            {
                _ = Branch();
                await slow.WaitAsync("fast");
            },
            Scheduling.Exact);

        await loser.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        async Task Branch()
        {
            await slow.WaitAsync("slow");
            loser.SetResult();
        }
    }

    private static SessionEndedEvent End(byte[] bytes)
    {
        using var recording = Recorded.Open(bytes);
        return Assert.IsType<SessionEndedEvent>(recording.ReadEvents().Last());
    }

    private static IEnumerable<int> Arguments(byte[] bytes)
    {
        using var recording = Recorded.Open(bytes);
        return recording.Calls.Select(call => call.Arguments[0].Read<int, Shims.Int32Codec>()).ToList();
    }
}
