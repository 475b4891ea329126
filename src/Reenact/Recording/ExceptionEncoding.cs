using System.Collections;
using System.Globalization;
using System.Net.Http;
using System.Net.Sockets;
using MessagePack;
using Reenact.Events;
using Reenact.Values;

namespace Reenact.Recorders;

/// <summary>Writes exceptions: type, message, code, whether it is a cancellation, data, inner exception.</summary>
internal static class ExceptionEncoding
{
    /// <summary>How many inner exceptions are written, one inside the other.</summary>
    private const int Depth = 8;

    /// <summary>How many entries of an exception's data are written.</summary>
    private const int DataEntries = 64;

    /// <summary>Writes six elements: type, message, code, canceled, data, and what stands for the inner exception comes apart.</summary>
    public static void WriteFields(ref MessagePackWriter writer, Exception exception, ValueWriteContext context)
    {
        context.WriteText(ref writer, TypeName(exception));
        context.WriteText(ref writer, MessageOf(exception));
        WriteCode(ref writer, exception);
        writer.Write(exception is OperationCanceledException);
        WriteData(ref writer, exception, context);
    }

    /// <summary>Writes the inner exception, nil where there is none.</summary>
    public static void WriteInner(ref MessagePackWriter writer, Exception exception, ValueWriteContext context, int depth = 0)
    {
        if (exception.InnerException is not { } inner || depth == Depth)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteArrayHeader(6);
        WriteFields(ref writer, inner, context);
        WriteInner(ref writer, inner, context, depth + 1);
    }

    /// <summary>Writes the fields of an exception as another recording has it; code and data are values of this one.</summary>
    public static void WriteFields(
        ref MessagePackWriter writer, RecordedFailure failure, ReadOnlySpan<byte> code, ReadOnlySpan<byte> data, ValueWriteContext context)
    {
        context.WriteText(ref writer, failure.Type);
        context.WriteText(ref writer, failure.Message);
        writer.WriteRaw(code);
        writer.Write(failure.Canceled);
        writer.WriteRaw(data);
    }

    /// <summary>Writes an inner exception as another recording has it: type and message, and whether it is a cancellation.</summary>
    public static void WriteInner(ref MessagePackWriter writer, RecordedFailure? inner, ValueWriteContext context, int depth = 0)
    {
        if (inner is null || depth == Depth)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteArrayHeader(6);
        context.WriteText(ref writer, inner.Type);
        context.WriteText(ref writer, inner.Message);
        if (inner.Code is { IsNil: false } code && MessagePackCode.ToMessagePackType(code.Bytes.Span[0]) == MessagePackType.Integer)
        {
            writer.WriteRaw(code.Bytes.Span);
        }
        else
        {
            writer.WriteNil();
        }

        writer.Write(inner.Canceled);
        writer.WriteNil();
        WriteInner(ref writer, inner.Inner, context, depth + 1);
    }

    /// <summary>The message, whatever an exception of the agent's makes of it.</summary>
    private static string MessageOf(Exception exception)
    {
        try
        {
            return exception.Message ?? "";
        }
        catch (Exception fault)
        {
            return $"(its message could not be read: {fault.GetType().FullName})";
        }
    }

    /// <summary>An exception that was itself served from a recording keeps the type it had there.</summary>
    private static string TypeName(Exception exception) =>
        exception is RecordedException recorded ? recorded.OriginalType : exception.GetType().FullName ?? exception.GetType().Name;

    private static void WriteCode(ref MessagePackWriter writer, Exception exception)
    {
        if (exception is HttpRequestException { StatusCode: { } status })
        {
            writer.Write((int)status);
        }
        else if (exception is SocketException socket)
        {
            writer.Write((int)socket.SocketErrorCode);
        }
        else
        {
            writer.WriteNil();
        }
    }

    private static void WriteData(ref MessagePackWriter writer, Exception exception, ValueWriteContext context)
    {
        if (exception.Data.Count == 0)
        {
            writer.WriteNil();
            return;
        }

        var entries = exception.Data.Cast<DictionaryEntry>().Where(entry => entry.Key is string).Take(DataEntries).ToList();
        writer.WriteMapHeader(entries.Count);
        foreach (var entry in entries)
        {
            context.WriteText(ref writer, (string)entry.Key);
            context.WriteText(ref writer, TextOf(entry.Value));
        }
    }

    private static string? TextOf(object? value)
    {
        try
        {
            return Convert.ToString(value, CultureInfo.InvariantCulture);
        }
        catch (Exception fault)
        {
            return $"(could not be read: {fault.GetType().FullName})";
        }
    }
}
