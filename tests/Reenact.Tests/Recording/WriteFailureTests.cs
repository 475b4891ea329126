using Reenact.Format;
using Xunit;

namespace Reenact.Tests.Recorders;

/// <summary>What becomes of a session whose recording can't be written any more.</summary>
public sealed class WriteFailureTests
{
    [Fact]
    public async Task A_session_may_go_on_unrecorded_and_tells_at_once()
    {
        var told = new TaskCompletionSource<Exception>();
        var store = new KeptBlockStore();
        var session = Session.Record(store, options: new RecordOptions { WriteFailed = told.SetResult });
        SampleTools.Twice(1);
        await session.FlushAsync();
        store.IsFull = true;
        SampleTools.Twice(2);
        Assert.Null(session.WriteFailure);

        Assert.Contains("full", (await told.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);

        Assert.NotNull(session.WriteFailure);
        Assert.Equal(6, SampleTools.Twice(3));
        await Assert.ThrowsAsync<RecordingException>(() => session.DisposeAsync().AsTask());
        Assert.Single(CallsOf(store));
    }

    [Fact]
    public async Task A_session_may_fail_its_calls_instead_of_running_them()
    {
        var store = new KeptBlockStore();
        var session = Session.Record(store, options: new RecordOptions { OnWriteFailure = OnWriteFailure.FailCalls });
        SampleTools.Twice(1);
        await session.FlushAsync();
        store.IsFull = true;
        Assert.Equal(4, SampleTools.Twice(2));
        await Assert.ThrowsAsync<RecordingException>(session.FlushAsync);

        var error = Assert.Throws<RecordingException>(() => SampleTools.Twice(3));
        Assert.Contains("SampleTools.Twice was not run", error.Message, StringComparison.Ordinal);
        Assert.Contains("full", error.Message, StringComparison.Ordinal);
        Assert.Same(session.WriteFailure, error.InnerException);

        await Assert.ThrowsAsync<RecordingException>(() => session.DisposeAsync().AsTask());
        Assert.Equal(6, SampleTools.Twice(3)); // Outside the session it runs as ever.
        Assert.Single(CallsOf(store));
    }

    [Fact]
    public async Task A_call_under_way_when_the_disk_fails_ends_as_it_would()
    {
        var store = new KeptBlockStore();
        var session = Session.Record(store, options: new RecordOptions { OnWriteFailure = OnWriteFailure.FailCalls });
        var goOn = new TaskCompletionSource();
        var call = new SampleTools { Work = _ => goOn.Task }.WaitAsync("under way", TestContext.Current.CancellationToken);
        store.IsFull = true;
        await Assert.ThrowsAsync<RecordingException>(session.FlushAsync);

        goOn.SetResult();

        Assert.Equal("under way!", await call);
        await Assert.ThrowsAsync<RecordingException>(() => session.DisposeAsync().AsTask());
    }

    [Fact]
    public async Task A_call_with_side_effects_is_on_disk_before_it_runs()
    {
        var store = new KeptBlockStore();
        await using var session = Session.Record(store);
        SampleTools.Twice(1);
        Assert.Equal(0, store.DurableFlushes);

        SampleTools.Pay(() =>
        {
            Assert.Equal(1, store.DurableFlushes);
            Assert.Equal(2, CallsOf(store).Count);
        });
    }

    [Fact]
    public async Task A_durable_session_has_every_call_on_disk_before_it_runs_and_another_may_want_none()
    {
        var (durable, loose) = (new KeptBlockStore(), new KeptBlockStore());
        await using (Session.Record(durable, options: new RecordOptions { Durability = Durability.Durable }))
        {
            SampleTools.Twice(1);
            SampleTools.Twice(2);
            Assert.Equal(2, durable.DurableFlushes);
        }

        await using (Session.Record(loose, options: new RecordOptions { DurableSideEffects = false }))
        {
            SampleTools.Pay(() => Assert.Equal(0, loose.DurableFlushes));
        }
    }

    [Fact]
    public async Task A_call_with_side_effects_does_not_run_when_its_start_can_not_be_kept()
    {
        var ran = 0;
        var strict = Session.Record(new KeptBlockStore { FlushFails = true }, options: new RecordOptions { OnWriteFailure = OnWriteFailure.FailCalls });
        Assert.Throws<RecordingException>(() => SampleTools.Pay(() => ran++));
        Assert.Equal(0, ran);
        await Assert.ThrowsAsync<RecordingException>(() => strict.DisposeAsync().AsTask());

        var loose = Session.Record(new KeptBlockStore { FlushFails = true });
        SampleTools.Pay(() => ran++);
        Assert.Equal(1, ran);
        Assert.NotNull(loose.WriteFailure);
        await Assert.ThrowsAsync<RecordingException>(() => loose.DisposeAsync().AsTask());
    }

    [Fact]
    public async Task Many_threads_wait_for_the_disk_without_one_of_the_pool()
    {
        var store = new KeptBlockStore();
        await using var session = Session.Record(store);
        var flow = ExecutionContext.Capture()!;
        var threads = Enumerable.Range(0, 16).Select(_ => new Thread(() => ExecutionContext.Run(flow, _ => SampleTools.Pay(() => { }), null))).ToList();
        threads.ForEach(thread => thread.Start());
        Assert.All(threads, thread => Assert.True(thread.Join(TimeSpan.FromSeconds(30))));

        Assert.Equal(16, CallsOf(store).Count);
    }

    [Fact]
    public async Task Events_are_handed_over_within_200_ms()
    {
        var store = new KeptBlockStore();
        await using var session = Session.Record(store);
        SampleTools.Twice(1);

        // Nobody flushes; how long it took a busy machine is not what is tested.
        for (var attempt = 0; CallsOf(store).Count == 0; attempt++)
        {
            Assert.True(attempt < 3_000);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private static IReadOnlyList<Reenact.Events.RecordedSpan> CallsOf(KeptBlockStore store)
    {
        using var recording = Reenact.Recording.Open(new MemoryBlockStore(store.Bytes));
        return recording.Calls;
    }
}
