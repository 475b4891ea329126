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

    public static void WriteEnd(ref MessagePackWriter output, ValueWriteContext values, long time, Ending ending, bool exact)
    {
        output.WriteArrayHeader(8);
        Begin(ref output, EventKind.SessionEnded, time, span: 0);
        output.Write((byte)ending.Outcome);
        values.WriteText(ref output, ending.ErrorCode);
        values.WriteText(ref output, ending.Message);
        values.WriteText(ref output, ending.Output);
        output.Write((byte)(exact ? 0 : 1));
    }

    public static void WriteFailure(
        ref MessagePackWriter output, ValueWriteContext values, long time, uint span, Exception exception, FailureCompletion completion, ReadOnlySpan<byte> outputs)
    {
        output.WriteArrayHeader(11);
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

        ExceptionEncoding.WriteInner(ref output, exception, values);
        output.Write((byte)completion);
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

    private static void Begin(ref MessagePackWriter output, EventKind kind, long time, uint span)
    {
        output.Write((byte)kind);
        output.Write(time);
        output.Write(span);
    }
}
