using MessagePack;
using Reenact.Events;
using Reenact.Recorders;
using Reenact.Sessions;
using Reenact.Shims;

namespace Reenact;

/// <content>
/// Streams: a call's start, an event for each item, and the end. A stream is in flight only while it makes an item, so that what its
/// consumer does between items is not at the same time.
/// </content>
public sealed partial class SessionRecorder
{
    internal override void EnterStep(in RecordedCall call, bool asksForItem)
    {
        if (!call.Parent.IsServed)
        {
            NotePlace(call.Parent);
            log.NoteResumed(call.Span, CurrentSpan(), call.Method.Replayed);
        }

        if (LeavesPump(call))
        {
            pump!.LeaveCode();
        }
    }

    internal override void LeaveStep(in RecordedCall call) => BackOnPump(call);

    internal override void Suspend(in RecordedCall call)
    {
        if (!call.Parent.IsServed)
        {
            log.NoteSuspended(call.Span);
        }
    }

    internal override void WhenStepped(in RecordedCall call, ref ValueTask<bool> step, Action end)
    {
        if (pump is not { } scheduler || call.Parent.IsServed)
        {
            step.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(end);
        }
        else if (call.Method.Replayed)
        {
            var task = step.AsTask();
            step = new ValueTask<bool>(task);
            scheduler.RunWhenDone(task, end); // As on replay, where this item is not released but comes.
        }
        else
        {
            PostWhenStepped(scheduler, step, end);
        }
    }

    internal override void BeginItem(in RecordedCall call, EventEncoder encoder, ResultCompletion completion) =>
        encoder.Begin(completion == ResultCompletion.AtReturn ? 4 : 5, EventKind.StreamItem, clock.Now, call.Span);

    internal override void AddItem(in RecordedCall call, EventEncoder encoder, ResultCompletion completion)
    {
        if (completion == ResultCompletion.Later)
        {
            encoder.Add((uint)completion);
        }

        if (TryHoldItem(call, encoder))
        {
            return;
        }

        Scrub(encoder, place: 3);
        LargeEvents.Shrink(encoder, place: 3);
        log.AppendEnd(encoder.Written, call.Span, call.Parent);
    }

    internal override void EndStream(in RecordedCall call, in StreamEnd end)
    {
        ReleaseItems(call.Span);
        var encoder = EventEncoder.Rent(this);
        encoder.Begin(5, EventKind.StreamEnded, clock.Now, call.Span);
        encoder.Add((uint)end.Ending);
        encoder.Add((uint)end.Known);
        log.AppendEnd(encoder.Written, call.Span, call.Parent);
        encoder.Return();
        if (end.Failure is { } failure)
        {
            log.Append(Encoded(call, failure, end.Completion, out encoder));
            encoder.Return();
        }

        SecureEnd(call.Method);
    }

    internal override void EndDisposal(in RecordedCall call, Exception? failure, FailureCompletion completion)
    {
        if (completion == FailureCompletion.Later && !call.Parent.IsServed && !call.Method.Replayed)
        {
            log.NoteFree(FreeCause.LateDisposal); // No event says when it was over.
        }

        Suspend(call);
        if (failure is not null)
        {
            log.Append(Encoded(call, failure, completion, out var encoder));
            encoder.Return();
        }
    }

    internal override IAsyncEnumerable<T> ServeStream<T, TCodec>(ref RecordedCall call, CancellationToken cancellationToken) => throw OnlyOnReplay();

    /// <summary>Apart, so that nothing is allocated for the lambda where no pump runs.</summary>
    private static void PostWhenStepped(Pump scheduler, ValueTask<bool> step, Action end) =>
        step.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(() => scheduler.PostCompletion(end));

    private ReadOnlySpan<byte> Encoded(in RecordedCall call, Exception failure, FailureCompletion completion, out EventEncoder encoder)
    {
        encoder = EventEncoder.Rent(this);
        var output = encoder.Writer();
        SessionEvents.WriteFailure(ref output, encoder.Values, clock.Now, call.Span, failure, completion, default);
        output.Flush();
        Scrub(encoder, place: 3);
        return encoder.Written;
    }
}
