using System.Text;
using MessagePack;
using Reenact.Events;

namespace Reenact.Format;

/// <summary>The summary of a recording as an array. Equal summaries are equal bytes.</summary>
internal static class SummaryEncoding
{
    private const int Elements = 12;

    public static void Write(ref MessagePackWriter writer, RecordingSummary summary)
    {
        writer.WriteArrayHeader(Elements);
        WriteOptional(ref writer, (int?)summary.Outcome);
        writer.Write(summary.ErrorCode);
        WriteOptional(ref writer, summary.StartTime?.UtcTicks);
        writer.Write(summary.Duration.Ticks);
        writer.WriteMapHeader(summary.Calls.Count);
        foreach (var (kind, calls) in summary.Calls)
        {
            writer.Write((int)kind);
            writer.Write(calls);
        }

        writer.Write(summary.FailedCalls);
        writer.Write(summary.InputTokens);
        writer.Write(summary.OutputTokens);
        writer.Write(summary.CachedInputTokens);
        writer.WriteArrayHeader(summary.Models.Count);
        foreach (var model in summary.Models)
            writer.Write(model);
        WriteOptional(ref writer, (int?)summary.Exactness);
        writer.Write(summary.Events);
    }

    private static void WriteOptional(ref MessagePackWriter writer, long? value)
    {
        if (value is { } number)
            writer.Write(number);
        else
            writer.WriteNil();
    }

    public static bool TryRead(ref MessagePackCursor cursor, out RecordingSummary summary)
    {
        summary = new RecordingSummary();
        if (!cursor.TryReadArrayHeader(out var count) || count < Elements
            || !TryReadOptional(ref cursor, out var outcome) || outcome is < 0 or > int.MaxValue
            || !TryReadText(ref cursor, out var errorCode)
            || !TryReadOptional(ref cursor, out var start) || start < 0 || start > DateTime.MaxValue.Ticks
            || !cursor.TryReadInt64(out var duration)
            || !TryReadCalls(ref cursor, out var calls)
            || !cursor.TryReadInt64(out var failed)
            || !cursor.TryReadInt64(out var input)
            || !cursor.TryReadInt64(out var output)
            || !cursor.TryReadInt64(out var cached)
            || !TryReadModels(ref cursor, out var models)
            || !TryReadOptional(ref cursor, out var exactness) || exactness is < 0 or > int.MaxValue
            || !cursor.TryReadInt64(out var events))
        {
            return false;
        }

        summary = new RecordingSummary
        {
            Outcome = (Outcome?)outcome,
            ErrorCode = errorCode,
            StartTime = start is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null,
            Duration = TimeSpan.FromTicks(duration),
            Calls = calls,
            FailedCalls = failed,
            InputTokens = input,
            OutputTokens = output,
            CachedInputTokens = cached,
            Models = models,
            Exactness = (Exactness?)exactness,
            Events = events,
        };
        return true;
    }

    private static bool TryReadOptional(ref MessagePackCursor cursor, out long? value)
    {
        value = null;
        if (cursor.TryReadNil())
            return true;
        if (!cursor.TryReadInt64(out var number))
            return false;
        value = number;
        return true;
    }

    private static bool TryReadText(ref MessagePackCursor cursor, out string? text)
    {
        text = null;
        if (cursor.TryReadNil())
            return true;
        if (!cursor.TryReadText(out var utf8))
            return false;
        text = Encoding.UTF8.GetString(utf8);
        return true;
    }

    private static bool TryReadCalls(ref MessagePackCursor cursor, out SortedDictionary<CallKind, long> calls)
    {
        calls = [];
        if (!cursor.TryReadMapHeader(out var count))
            return false;
        for (; count > 0; count--)
        {
            if (!cursor.TryReadInt32(out var kind) || !cursor.TryReadInt64(out var number) || !calls.TryAdd((CallKind)kind, number))
                return false;
        }

        return true;
    }

    private static bool TryReadModels(ref MessagePackCursor cursor, out List<string> models)
    {
        models = [];
        if (!cursor.TryReadArrayHeader(out var count))
            return false;
        for (; count > 0; count--)
        {
            if (!cursor.TryReadText(out var utf8))
                return false;
            models.Add(Encoding.UTF8.GetString(utf8));
        }

        return true;
    }
}
