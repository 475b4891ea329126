using Reenact.Events;
using Reenact.Format;
using Xunit;

namespace Reenact.Tests.Format;

public class RecordingReadTests
{
    private static readonly byte[] Sealed = RecordingBuilder.Sample().Seal().Bytes;

    private static readonly byte[] Unsealed = RecordingBuilder.Sample().Block().Bytes;

    [Fact]
    public void It_says_who_runs_what()
    {
        using var recording = Recording.Open(new MemoryBlockStore(Sealed));

        Assert.Equal("support", recording.Info.Agent);
        Assert.Null(recording.Info.Tenant);
        Assert.Equal("17", recording.Info.Tags!["case"]);
        Assert.Equal(RecordingBuilder.Start, recording.StartTime);
        Assert.Equal(RecordingState.Sealed, recording.State);
        Assert.Empty(recording.Problems);
    }

    [Fact]
    public void A_session_id_is_kept()
    {
        var id = Guid.CreateVersion7();
        using var recording = Recording.Open(new MemoryBlockStore(new RecordingBuilder(sessionId: id).Bytes));

        Assert.Equal(id, recording.SessionId);
    }

    [Fact]
    public void Calls_are_a_tree_in_order_of_their_starts()
    {
        using var recording = Recording.Open(new MemoryBlockStore(Sealed));

        var root = Assert.Single(recording.Calls);
        Assert.Equal("Acme.SupportAgent.HandleAsync", root.Method.Name);
        Assert.Equal(CallKind.Agent, root.Method.Kind);
        Assert.Equal(["request"], root.Method.ParameterNames);
        Assert.Equal(0xFEDCBA9876543210, root.Method.Signature);
        Assert.Equal(2UL, root.Method.IgnoredInMatch);
        Assert.Equal("please refund me", Assert.Single(root.Arguments).ReadText());
        Assert.Equal("refunded", Assert.IsType<CallReturnedEvent>(root.End).Result.ReadText());
        Assert.Equal([2, 3, 4], root.Children.Select(child => child.Id));
        Assert.All(root.Children, child => Assert.Same(root, child.Parent));
        Assert.Same(root.Children[1], recording.FindCall(3));
        Assert.Null(recording.FindCall(99));
    }

    [Fact]
    public void A_failure_is_read_with_what_caused_it()
    {
        using var recording = Recording.Open(new MemoryBlockStore(Sealed));

        var failed = Assert.IsType<CallFailedEvent>(recording.FindCall(3)!.End);

        Assert.Equal("Acme.NoFlightException", failed.Failure.Type);
        Assert.StartsWith("no flight ", failed.Failure.Message, StringComparison.Ordinal);
        Assert.False(failed.Failure.Canceled);
        Assert.Equal(FailureCompletion.Later, failed.Completion);
        Assert.Equal("System.InvalidOperationException", failed.Failure.Inner!.Type);
        Assert.Equal("E17", failed.Failure.Inner.Code.ReadText());
        Assert.True(failed.Failure.Inner.Canceled);
        Assert.Null(failed.Failure.Inner.Inner);
    }

    [Fact]
    public void Long_text_is_stored_once_and_read_transparently()
    {
        using var recording = Recording.Open(new MemoryBlockStore(Sealed));

        var prompts = new[] { recording.FindCall(2)!, recording.FindCall(4)! }.Select(call => call.Arguments[0]).ToList();

        Assert.All(prompts, prompt => Assert.True(prompt.Bytes.Length < 10));
        Assert.All(prompts, prompt => Assert.StartsWith("You are a helpful agent.", prompt.ReadText(), StringComparison.Ordinal));
        Assert.Equal(2, recording.ReadEvents().OfType<BlobEvent>().Count());
    }

    [Fact]
    public void Reading_from_any_event_on_gives_the_rest()
    {
        using var recording = Recording.Open(new MemoryBlockStore(Sealed));
        var all = recording.ReadEvents().Select(EventText.Of).ToList();

        for (var first = 0; first <= all.Count; first++)
        {
            Assert.Equal(all.Skip(first), recording.ReadEvents(first).Select(EventText.Of));
            Assert.Equal(all.ElementAtOrDefault(first), recording.ReadEvent(first) is { } found ? EventText.Of(found) : null);
        }
    }

    [Fact]
    public void Sequence_numbers_count_without_gaps_and_times_are_kept()
    {
        using var recording = Recording.Open(new MemoryBlockStore(Sealed));

        var events = recording.ReadEvents().ToList();

        Assert.Equal(Enumerable.Range(0, events.Count).Select(i => (long)i), events.Select(found => found.Sequence));
        Assert.Equal(events.Count, recording.EventCount);
        Assert.Equal(events.Count, events.Select(found => found.Time).Distinct().Count());
    }

    [Fact]
    public void The_summary_counts_calls_tokens_and_models()
    {
        using var recording = Recording.Open(new MemoryBlockStore(Sealed));

        var summary = recording.Summary;

        Assert.Equal(Outcome.Success, summary.Outcome);
        Assert.Null(summary.ErrorCode);
        Assert.Equal(RecordingBuilder.Start, summary.StartTime);
        Assert.Equal(recording.ReadEvents().Max(found => found.Time), summary.Duration);
        Assert.Equal([(CallKind.Tool, 1), (CallKind.Model, 2), (CallKind.Agent, 1)], summary.Calls.Select(entry => (entry.Key, entry.Value)));
        Assert.Equal(1, summary.FailedCalls);
        Assert.Equal((2500, 100, 1400), (summary.InputTokens, summary.OutputTokens, summary.CachedInputTokens));
        Assert.Equal(["gpt-4o", "gpt-4o-mini"], summary.Models);
        Assert.Equal(Exactness.Free, summary.Exactness);
        Assert.Equal(recording.EventCount, summary.Events);
    }

    [Fact]
    public void An_unsealed_recording_has_the_same_summary_and_events()
    {
        using var whole = Recording.Open(new MemoryBlockStore(Sealed));
        using var open = Recording.Open(new MemoryBlockStore(Unsealed));

        Assert.Equal(RecordingState.Unsealed, open.State);
        Assert.Empty(open.Problems);
        Assert.Equal(EventText.Of(whole.ReadEvents()), EventText.Of(open.ReadEvents()));
        Assert.Equivalent(whole.Summary, open.Summary, strict: true);
    }

    [Fact]
    public void A_model_name_in_a_blob_is_found()
    {
        var name = new string('m', 300);
        var builder = new RecordingBuilder().Started();
        var model = builder.Method("Acme.Model", CallKind.Model);
        builder.Call(1, model).ModelReturned(1, name, 1, 2, 3).Seal();

        using var recording = Recording.Open(new MemoryBlockStore(builder.Bytes));

        Assert.Equal([name], recording.Summary.Models);
        Assert.True(recording.Verify().IsIntact);
    }

    [Fact]
    public void A_recording_without_events_is_read()
    {
        using var recording = Recording.Open(new MemoryBlockStore(new RecordingBuilder().Seal().Bytes));

        Assert.Equal(RecordingState.Sealed, recording.State);
        Assert.Empty(recording.ReadEvents());
        Assert.Empty(recording.Calls);
        Assert.Null(recording.StartTime);
    }

    [Fact]
    public void A_store_that_keeps_one_row_for_each_block_does_as_well()
    {
        var store = new RowBlockStore();
        RecordingBuilder.Sample(store).Seal();

        using var recording = Recording.Open(store);

        Assert.Equal(RecordingState.Sealed, recording.State);
        Assert.Equal(DamageTests.ReadAll(Sealed, OnDamage.Throw, out _), recording.ReadEvents().Select(EventText.Of));
        Assert.True(recording.Verify().IsIntact);
        store.RemoveTrailer();
        Assert.Equal(RecordingState.Unsealed, Recording.Open(store).State);
    }
}
