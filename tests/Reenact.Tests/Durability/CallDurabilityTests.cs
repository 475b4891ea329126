using Reenact.Events;
using Reenact.Format;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Durabilities;

/// <summary>Calls that want more of their session than it promises, or less than their side effects do.</summary>
public sealed class CallDurabilityTests
{
    [Fact]
    public async Task A_call_is_on_disk_before_it_runs_where_its_method_says_so()
    {
        var store = new KeptBlockStore();
        await using var session = Session.Record(store);

        DurableTools.Sign(() =>
        {
            Assert.Equal(1, store.DurableFlushes);
            Assert.Single(CallsOf(store));
        });

        Assert.NotNull(Assert.Single(CallsOf(store)).End); // What is durable outlives the process, too.
    }

    [Fact]
    public async Task A_call_of_a_buffered_session_is_handed_over_at_once_where_its_method_says_so()
    {
        var store = new KeptBlockStore();
        await using var session = Session.Record(store, options: new RecordOptions { Durability = Durability.Buffered });

        DurableTools.Book(() => Assert.Null(Assert.Single(CallsOf(store)).End));
        Assert.NotNull(Assert.Single(CallsOf(store)).End);

        var booked = new TaskCompletionSource<int>();
        var call = DurableTools.BookLaterAsync(booked.Task);
        booked.SetResult(7);
        Assert.Equal(7, await call);
        Assert.NotNull(CallsOf(store)[1].End);

        Assert.Throws<InvalidOperationException>(() => DurableTools.Book(() => throw new InvalidOperationException()));
        Assert.NotNull(CallsOf(store)[2].End);
        Assert.Equal(0, store.DurableFlushes);
    }

    [Fact]
    public async Task A_call_with_side_effects_may_leave_the_disk_alone()
    {
        var store = new KeptBlockStore();
        await using var session = Session.Record(store);

        DurableTools.Log(() => Assert.Equal(0, store.DurableFlushes));
    }

    [Fact]
    public async Task Where_every_event_is_kept_a_call_that_wants_that_makes_no_block()
    {
        await using var live = new LiveSession();
        var before = live.Bytes.Length;

        DurableTools.Book(() => { });

        Assert.Equal(before, live.Bytes.Length);
    }

    private static IReadOnlyList<RecordedSpan> CallsOf(KeptBlockStore store)
    {
        using var recording = Reenact.Recording.Open(new MemoryBlockStore(store.Bytes));
        return recording.Calls;
    }
}
