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

    /// <summary>How many exceptions are written of one failure, all those inside it counted.</summary>
    private const int MostExceptions = 64;

    /// <summary>Writes five elements: type, message, code, canceled, data.</summary>
    public static void WriteFields(ref MessagePackWriter writer, Exception exception, ValueWriteContext context)
    {
        context.WriteText(ref writer, TypeName(exception));
        context.WriteText(ref writer, MessageOf(exception));
        WriteCode(ref writer, exception);
        writer.Write(exception is OperationCanceledException);
        WriteData(ref writer, exception, context);
    }

    /// <summary>Writes the inner exception, nil where there is none.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="exception">The exception around it.</param>
    /// <param name="context">What codecs need beside the writer.</param>
    /// <param name="left">How many exceptions may still be written.</param>
    /// <param name="depth">How many exceptions are around this one.</param>
    public static void WriteInner(ref MessagePackWriter writer, Exception exception, ValueWriteContext context, ref int left, int depth = 0)
    {
        if (exception.InnerException is not { } inner || depth == Depth || left == 0)
        {
            writer.WriteNil();
            return;
        }

        WriteWhole(ref writer, inner, context, ref left, depth + 1);
    }

    /// <summary>Writes four elements: HRESULT, properties, inner exceptions after the first, base types.</summary>
    public static void WriteDetails(ref MessagePackWriter writer, Exception exception, ValueWriteContext context, ref int left, int depth = 0)
    {
        writer.Write(exception.HResult);
        WriteProperties(ref writer, ExceptionProperties.Of(exception), context);
        var further = exception is AggregateException { InnerExceptions: { Count: > 1 } all } && depth < Depth ? all.Skip(1).Take(left).ToList() : [];
        WriteAll(ref writer, further, context, ref left, depth + 1);
        WriteBases(ref writer, exception is RecordedException ? [] : ExceptionBases.Of(exception.GetType()), context);
    }

    /// <summary>Writes exceptions as an array; nil where there are none.</summary>
    public static void WriteAll(ref MessagePackWriter writer, IReadOnlyCollection<Exception> exceptions, ValueWriteContext context, ref int left, int depth = 0)
    {
        if (exceptions.Count == 0)
        {
            writer.WriteNil();
            return;
        }

        var count = Math.Min(exceptions.Count, left);
        writer.WriteArrayHeader(count);
        left -= count; // They are written whatever is inside those before them.
        foreach (var exception in exceptions.Take(count))
        {
            left++;
            WriteWhole(ref writer, exception, context, ref left, depth);
        }
    }

    /// <summary>How many exceptions may be written inside one failure.</summary>
    public static int Room => MostExceptions;

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

    /// <summary>Writes an inner exception as another recording has it, nil where there is none; its data stay there.</summary>
    public static void WriteInner(ref MessagePackWriter writer, RecordedFailure? inner, ValueWriteContext context, int depth = 0)
    {
        if (inner is null || depth == Depth)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteArrayHeader(10);
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
        WriteDetails(ref writer, inner, context, depth);
    }

    /// <summary>Writes four elements as another recording has them: HRESULT, properties, inner exceptions after the first, base types.</summary>
    public static void WriteDetails(ref MessagePackWriter writer, RecordedFailure failure, ValueWriteContext context, int depth = 0)
    {
        if (failure.HResult is { } result)
        {
            writer.Write(result);
        }
        else
        {
            writer.WriteNil();
        }

        WriteProperties(ref writer, failure.Properties, context);
        WriteAll(ref writer, failure.FurtherInner, context, depth + 1);
        WriteBases(ref writer, failure.BaseTypes, context);
    }

    /// <summary>Writes exceptions as another recording has them, as an array; nil where there are none.</summary>
    public static void WriteAll(ref MessagePackWriter writer, IReadOnlyList<RecordedFailure> failures, ValueWriteContext context, int depth = 0)
    {
        if (failures.Count == 0 || depth >= Depth)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteArrayHeader(failures.Count);
        foreach (var failure in failures)
        {
            WriteInner(ref writer, failure, context, depth);
        }
    }

    private static void WriteWhole(ref MessagePackWriter writer, Exception exception, ValueWriteContext context, ref int left, int depth)
    {
        left--;
        writer.WriteArrayHeader(10);
        WriteFields(ref writer, exception, context);
        WriteInner(ref writer, exception, context, ref left, depth);
        WriteDetails(ref writer, exception, context, ref left, depth);
    }

    private static void WriteProperties(ref MessagePackWriter writer, IReadOnlyDictionary<string, string?> properties, ValueWriteContext context)
    {
        if (properties.Count == 0)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteMapHeader(properties.Count);
        foreach (var (name, value) in properties)
        {
            context.WriteText(ref writer, name);
            context.WriteText(ref writer, value);
        }
    }

    private static void WriteBases(ref MessagePackWriter writer, IReadOnlyList<string> bases, ValueWriteContext context)
    {
        if (bases.Count == 0)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteArrayHeader(bases.Count);
        foreach (var type in bases)
        {
            context.WriteText(ref writer, type);
        }
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
