using MessagePack;
using Reenact.Events;
using Reenact.Recorders;
using Reenact.Sessions;
using Reenact.Shims;

namespace Reenact;

/// <content>Events of a replay that is recorded: their values are encoded already, with references to this recording's blobs.</content>
public sealed partial class SessionRecorder
{
    /// <summary>The session's own context.</summary>
    internal CallContext Root => root;

    /// <summary>Says that the session's code runs on a pump that somebody else drives.</summary>
    internal void RunUnder(Pump scheduler)
    {
        pump = scheduler;
        log.NoteScheduled();
    }

    /// <summary>Says that something was not in its turn.</summary>
    internal void NoteUnordered() => log.NoteFree(FreeCause.ReplayOrder);

    /// <summary>Adds the start of a call.</summary>
    /// <returns>The context of its body.</returns>
    internal CallContext CopyStart(CallContext parent, RecordedMethod method, ReadOnlySpan<byte> arguments, bool isLive)
    {
        var span = Interlocked.Increment(ref spans);
        var id = definitions.IdOf(method);
        var encoder = EventEncoder.Rent(this);
        encoder.Begin(isLive ? 8 : 6, EventKind.CallStarted, clock.Now, span);
        encoder.Add(parent.Span);
        encoder.Add(id);
        AddRaw(encoder, arguments);
        if (isLive)
        {
            encoder.AddNil(); // The agent is the session's.
            var writer = encoder.Writer();
            writer.Write(true);
            writer.Flush();
        }

        LargeEvents.Shrink(encoder, place: 5);
        var start = log.AppendStart(encoder.Written, span, parent, method.Replayed);
        encoder.Return();
        if (isLive)
        {
            SecureStart(method, start);
        }

        return new CallContext(parent, span) { IsServed = parent.IsServed || !method.Replayed, Start = start };
    }

    /// <summary>Adds the end of a call that returned.</summary>
    internal void CopyReturn(CallContext parent, uint span, ReadOnlySpan<byte> result, ReadOnlySpan<byte> outputs, ResultCompletion completion)
    {
        var encoder = EventEncoder.Rent(this);
        encoder.Begin(completion != ResultCompletion.AtReturn ? 6 : outputs.IsEmpty ? 4 : 5, EventKind.CallReturned, clock.Now, span);
        AddRaw(encoder, result);
        LargeEvents.Shrink(encoder, place: 3);
        if (!outputs.IsEmpty)
        {
            AddRaw(encoder, outputs);
        }
        else if (completion != ResultCompletion.AtReturn)
        {
            encoder.AddNil();
        }

        LargeEvents.Shrink(encoder, place: 4);
        if (completion != ResultCompletion.AtReturn)
        {
            encoder.Add((uint)completion);
        }

        log.AppendEnd(encoder.Written, span, parent);
        encoder.Return();
    }

    /// <summary>Adds the end of a call that failed.</summary>
    /// <param name="parent">Where it was called; null for the failure of a stream, whose end stands before it.</param>
    /// <param name="span">The call.</param>
    /// <param name="exception">What it failed with.</param>
    /// <param name="outputs">The values of its parameters, an array; empty where there are none.</param>
    /// <param name="completion">When it failed.</param>
    internal void CopyFailure(CallContext? parent, uint span, Exception exception, ReadOnlySpan<byte> outputs, FailureCompletion completion)
    {
        var encoder = EventEncoder.Rent(this);
        var output = encoder.Writer();
        SessionEvents.WriteFailure(ref output, encoder.Values, clock.Now, span, exception, completion, outputs);
        output.Flush();
        Scrub(encoder, place: 3);
        EndWith(encoder, span, parent);
    }

    /// <summary>Adds the end of a call that failed, as another recording has it.</summary>
    internal void CopyFailure(
        CallContext? parent,
        uint span,
        RecordedFailure failure,
        IReadOnlyList<RecordedFailure> others,
        ReadOnlySpan<byte> code,
        ReadOnlySpan<byte> data,
        ReadOnlySpan<byte> outputs,
        FailureCompletion completion)
    {
        var encoder = EventEncoder.Rent(this);
        var output = encoder.Writer();
        SessionEvents.WriteFailure(ref output, encoder.Values, clock.Now, span, failure, others, code, data, completion, outputs);
        output.Flush();
        EndWith(encoder, span, parent);
    }

    /// <summary>Adds an item of a stream.</summary>
    internal void CopyItem(CallContext parent, uint span, ReadOnlySpan<byte> item, ResultCompletion completion)
    {
        var encoder = EventEncoder.Rent(this);
        encoder.Begin(completion == ResultCompletion.AtReturn ? 4 : 5, EventKind.StreamItem, clock.Now, span);
        AddRaw(encoder, item);
        if (completion != ResultCompletion.AtReturn)
        {
            encoder.Add((uint)completion);
        }

        LargeEvents.Shrink(encoder, place: 3);
        log.AppendEnd(encoder.Written, span, parent);
        encoder.Return();
    }

    /// <summary>Adds the end of a stream.</summary>
    internal void CopyStreamEnd(CallContext parent, uint span, StreamEnding ending, ResultCompletion completion)
    {
        var encoder = EventEncoder.Rent(this);
        encoder.Begin(5, EventKind.StreamEnded, clock.Now, span);
        encoder.Add((uint)ending);
        encoder.Add((uint)completion);
        log.AppendEnd(encoder.Written, span, parent);
        encoder.Return();
    }

    /// <summary>Adds a report of progress.</summary>
    internal void CopyReport(uint span, ReadOnlySpan<byte> value, int place, ResultCompletion completion)
    {
        var encoder = EventEncoder.Rent(this);
        encoder.Begin(6, EventKind.Progress, clock.Now, span);
        AddRaw(encoder, value);
        LargeEvents.Shrink(encoder, place: 3);
        encoder.Add((uint)place);
        encoder.Add((uint)completion);
        log.Append(encoder.Written);
        encoder.Return();
    }

    /// <summary>Adds a value that code read.</summary>
    internal void CopyCapture(CallContext reader, CaptureSource source, string? name, ReadOnlySpan<byte> value)
    {
        var encoder = EventEncoder.Rent(this);
        var output = encoder.Writer();
        SessionEvents.BeginCapture(ref output, encoder.Values, clock.Now, reader.Span, source, name);
        output.WriteRaw(value);
        output.Flush();
        LargeEvents.Shrink(encoder, place: 5);
        log.AppendCapture(encoder.Written, reader);
        encoder.Return();
    }

    /// <summary>States what the session runs with, inside a span.</summary>
    internal void CopyEnvironment(uint span, EnvironmentKind kind, string name, string? version, string? content) =>
        Emit((ref MessagePackWriter output, ValueWriteContext values) =>
            SessionEvents.WriteEnvironment(ref output, values, clock.Now, span, kind, name, version, Scrub(content)));

    /// <summary>Adds a remark, inside a span.</summary>
    internal void CopyNote(uint span, string text, string? author) =>
        Emit((ref MessagePackWriter output, ValueWriteContext values) =>
            SessionEvents.WriteNote(ref output, values, clock.Now, span, author, text));

    private static void AddRaw(EventEncoder encoder, ReadOnlySpan<byte> bytes)
    {
        var writer = encoder.Writer();
        writer.WriteRaw(bytes);
        writer.Flush();
    }

    private void EndWith(EventEncoder encoder, uint span, CallContext? parent)
    {
        LargeEvents.Shrink(encoder, place: 8);
        if (parent is null)
        {
            log.Append(encoder.Written);
        }
        else
        {
            log.AppendEnd(encoder.Written, span, parent);
        }

        encoder.Return();
    }
}
