using System.Security.Cryptography;
using System.Text;
using MessagePack;
using Reenact.Events;
using Reenact.Sessions;

namespace Reenact.Recorders;

/// <summary>Encodes one event.</summary>
internal delegate void EventWriting(ref MessagePackWriter output, ValueWriteContext values);

/// <summary>Encodes the events that are not calls.</summary>
internal static class SessionEvents
{
    public static void WriteEnvironment(
        ref MessagePackWriter output, ValueWriteContext values, long time, uint span, EnvironmentKind kind, string name, string? version, string? content)
    {
        output.WriteArrayHeader(8);
        Begin(ref output, EventKind.Environment, time, span);
        output.Write((byte)kind);
        values.WriteText(ref output, name);
        values.WriteText(ref output, version);
        if (content is null)
        {
            output.WriteNil();
        }
        else
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(Encoding.UTF8.GetBytes(content), hash);
            output.Write(hash);
        }

        values.WriteText(ref output, content);
    }

    public static void WriteNote(ref MessagePackWriter output, ValueWriteContext values, long time, uint span, string? author, string text)
    {
        output.WriteArrayHeader(5);
        Begin(ref output, EventKind.Note, time, span);
        values.WriteText(ref output, author);
        values.WriteText(ref output, text);
    }

    /// <summary>Writes a snapshot: the encoded state, or the delta that leads to it.</summary>
    public static void WriteSnapshot(
        ref MessagePackWriter output, ValueWriteContext values, long time, uint span, string name, long? version, bool isDelta, ReadOnlySpan<byte> state)
    {
        output.WriteArrayHeader(7);
        Begin(ref output, EventKind.Snapshot, time, span);
        values.WriteText(ref output, name);
        if (version is { } number)
        {
            output.Write(number);
        }
        else
        {
            output.WriteNil();
        }

        output.Write((byte)(isDelta ? 1 : 0));
        output.WriteRaw(state);
    }

    /// <summary>Writes a decision: what was chosen, encoded, and the array of what else could have been, empty when it was not said.</summary>
    public static void WriteDecision(
        ref MessagePackWriter output, ValueWriteContext values, long time, uint span, string name, ReadOnlySpan<byte> chosen, ReadOnlySpan<byte> alternatives, string? rationale)
    {
        output.WriteArrayHeader(7);
        Begin(ref output, EventKind.Decision, time, span);
        values.WriteText(ref output, name);
        output.WriteRaw(chosen);
        if (alternatives.IsEmpty)
        {
            output.WriteNil();
        }
        else
        {
            output.WriteRaw(alternatives);
        }

        values.WriteText(ref output, rationale);
    }

    public static void WriteLink(ref MessagePackWriter output, ValueWriteContext values, long time, uint span, LinkEnd from, LinkEnd to, LinkRelation relation)
    {
        output.WriteArrayHeader(6);
        Begin(ref output, EventKind.Link, time, span);
        WriteLinkEnd(ref output, values, from);
        WriteLinkEnd(ref output, values, to);
        output.Write((int)relation);
    }

    public static void WriteEnd(ref MessagePackWriter output, ValueWriteContext values, long time, Ending ending, (FreeCause Cause, ulong Since)? uncertainty)
    {
        output.WriteArrayHeader(uncertainty is null ? 8 : 10);
        Begin(ref output, EventKind.SessionEnded, time, span: 0);
        output.Write((byte)ending.Outcome);
        values.WriteText(ref output, ending.ErrorCode);
        values.WriteText(ref output, ending.Message);
        values.WriteText(ref output, ending.Output);
        output.Write((byte)(uncertainty is null ? Exactness.Exact : Exactness.Free));
        if (uncertainty is var (cause, since))
        {
            output.Write((byte)cause);
            output.Write(since);
        }
    }

    public static void WriteResumption(ref MessagePackWriter output, long time, PumpResumption resumed)
    {
        output.WriteArrayHeader(resumed.Continuations is null ? 4 : 5);
        Begin(ref output, EventKind.Resumed, time, span: 0);
        output.Write(resumed.Flow);
        if (resumed.Continuations is { } count)
        {
            output.Write(count);
        }
    }

    public static void WriteFailure(
        ref MessagePackWriter output, ValueWriteContext values, long time, uint span, Exception exception, FailureCompletion completion, ReadOnlySpan<byte> outputs)
    {
        IReadOnlyCollection<Exception> others = exception is SeveralFailures several ? [.. several.InnerExceptions.Skip(1)] : [];
        exception = SeveralFailures.FirstOf(exception);
        output.WriteArrayHeader(16);
        Begin(ref output, EventKind.CallFailed, time, span);
        ExceptionEncoding.WriteFields(ref output, exception, values);
        if (outputs.IsEmpty)
        {
            output.WriteNil();
        }
        else
        {
            output.WriteRaw(outputs);
        }

        var left = ExceptionEncoding.Room;
        ExceptionEncoding.WriteInner(ref output, exception, values, ref left);
        output.Write((byte)completion);
        ExceptionEncoding.WriteDetails(ref output, exception, values, ref left);
        ExceptionEncoding.WriteAll(ref output, others, values, ref left);
    }

    /// <summary>Writes the failure of a call as another recording has it.</summary>
    public static void WriteFailure(
        ref MessagePackWriter output,
        ValueWriteContext values,
        long time,
        uint span,
        RecordedFailure failure,
        IReadOnlyList<RecordedFailure> others,
        ReadOnlySpan<byte> code,
        ReadOnlySpan<byte> data,
        FailureCompletion completion,
        ReadOnlySpan<byte> outputs)
    {
        output.WriteArrayHeader(16);
        Begin(ref output, EventKind.CallFailed, time, span);
        ExceptionEncoding.WriteFields(ref output, failure, code, data, values);
        if (outputs.IsEmpty)
        {
            output.WriteNil();
        }
        else
        {
            output.WriteRaw(outputs);
        }

        ExceptionEncoding.WriteInner(ref output, failure.Inner, values);
        output.Write((byte)completion);
        ExceptionEncoding.WriteDetails(ref output, failure, values);
        ExceptionEncoding.WriteAll(ref output, others, values);
    }

    /// <summary>Writes what stands before a captured value.</summary>
    public static void BeginCapture(
        ref MessagePackWriter output, ValueWriteContext values, long time, uint span, CaptureSource source, string? name)
    {
        output.WriteArrayHeader(6);
        Begin(ref output, EventKind.ValueCaptured, time, span);
        output.Write((byte)source);
        values.WriteText(ref output, name);
    }

    private static void WriteLinkEnd(ref MessagePackWriter output, ValueWriteContext values, LinkEnd end)
    {
        if (end.Event is { } sequence)
        {
            output.Write(sequence);
        }
        else
        {
            values.WriteText(ref output, end.Outside);
        }
    }

    private static void Begin(ref MessagePackWriter output, EventKind kind, long time, uint span)
    {
        output.Write((byte)kind);
        output.Write(time);
        output.Write(span);
    }
}
