using System.Globalization;
using System.Text;
using Reenact.Events;

namespace Reenact.Format;

/// <summary>
/// Gathers the summary of a recording from its events, in order. What it doesn't understand it leaves out: a summary is
/// never a reason to fail. Not thread-safe.
/// </summary>
internal sealed class SummaryBuilder
{
    private const int MaxModels = 100;

    private readonly Dictionary<uint, CallKind> methods = [];
    private readonly HashSet<long> modelCalls = [];
    private readonly SortedDictionary<CallKind, long> calls = [];
    private readonly List<ModelName> models = [];
    private int? outcome;
    private string? errorCode;
    private Exactness? exactness;
    private DateTimeOffset? start;
    private long lastTime;
    private long failed;
    private long input;
    private long output;
    private long cached;
    private long events;

    public void Add(EventHead head, MessagePackCursor cursor)
    {
        events++;
        lastTime = Math.Max(lastTime, head.Time);
        switch (head.Kind)
        {
            case EventKind.SessionStarted:
                AddStart(cursor);
                break;
            case EventKind.Definition:
                AddMethod(cursor);
                break;
            case EventKind.CallStarted:
                AddCall(head.Span, cursor);
                break;
            case EventKind.CallReturned:
                if (modelCalls.Remove(head.Span))
                    AddModelResult(cursor);
                break;
            case EventKind.CallFailed:
                modelCalls.Remove(head.Span);
                failed++;
                break;
            case EventKind.SessionEnded:
                AddEnd(cursor);
                break;
        }
    }

    /// <summary>The summary of what was added.</summary>
    /// <param name="findBlob">Finds the content of a blob, or null. Only asked for model names of 256 bytes and more.</param>
    public RecordingSummary Build(Func<uint, ReadOnlyMemory<byte>?> findBlob) => new()
    {
        Outcome = (Outcome?)outcome,
        ErrorCode = errorCode,
        StartTime = start,
        Duration = TimeSpan.FromTicks(lastTime),
        Calls = new SortedDictionary<CallKind, long>(calls),
        FailedCalls = failed,
        InputTokens = input,
        OutputTokens = output,
        CachedInputTokens = cached,
        Models = [.. models.Select(model => model.Text ?? FromBlob(findBlob(model.Blob))).OfType<string>().Distinct()],
        Exactness = exactness,
        Events = events,
    };

    private static string? FromBlob(ReadOnlyMemory<byte>? content) =>
        content is { Length: <= BlockLayout.MaxName } name ? Encoding.UTF8.GetString(name.Span) : null;

    private void AddStart(MessagePackCursor cursor)
    {
        if (cursor.TrySkip(BlockLayout.MaxDepth) && cursor.TryReadInt64(out var ticks) && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks)
            start ??= new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    private void AddMethod(MessagePackCursor cursor)
    {
        if (cursor.TryReadUInt32(out var id) && cursor.TrySkip(BlockLayout.MaxDepth) && cursor.TryReadInt32(out var kind))
            methods.TryAdd(id, (CallKind)kind);
    }

    private void AddCall(long span, MessagePackCursor cursor)
    {
        (outcome, errorCode, exactness) = (null, null, null); // Who went on with a session that had ended has not ended it yet.
        if (!cursor.TrySkip(BlockLayout.MaxDepth) || !cursor.TryReadUInt32(out var id) || !methods.TryGetValue(id, out var kind))
            return;
        calls[kind] = calls.GetValueOrDefault(kind) + 1;
        if (kind == CallKind.Model)
            modelCalls.Add(span);
    }

    private void AddEnd(MessagePackCursor cursor)
    {
        if (!cursor.TryReadInt32(out var ended))
            return;
        outcome = ended;
        if (cursor.TryReadText(out var code))
            errorCode = code.Length <= BlockLayout.MaxName ? Encoding.UTF8.GetString(code) : null;
        else if (cursor.TryReadInt64(out var number))
            errorCode = number.ToString(CultureInfo.InvariantCulture);
        else if (!cursor.TrySkip(BlockLayout.MaxDepth))
            return;
        if (cursor.TrySkip(BlockLayout.MaxDepth) && cursor.TrySkip(BlockLayout.MaxDepth) && cursor.TryReadInt32(out var exact))
            exactness = (Exactness)exact;
    }

    private void AddModelResult(MessagePackCursor cursor)
    {
        if (!cursor.TryReadMapHeader(out var count))
            return;
        while (count-- > 0)
        {
            if (!cursor.TryReadText(out var name) && !cursor.TrySkip(BlockLayout.MaxDepth))
                return;
            var value = cursor;
            if (!cursor.TrySkip(BlockLayout.MaxDepth))
                return;
            if (name.SequenceEqual("modelId"u8))
                AddModel(value);
            else if (name.SequenceEqual("usage"u8))
                AddUsage(value);
        }
    }

    private void AddModel(MessagePackCursor cursor)
    {
        if (models.Count >= MaxModels)
            return;
        var model = default(ModelName);
        if (cursor.TryReadText(out var text) && text.Length is > 0 and <= BlockLayout.MaxName)
            model = new ModelName(Encoding.UTF8.GetString(text), 0);
        else if (cursor.TryReadExtension(out var type, out var content) && type == Values.ValueExtensionType.TextInBlob && TryReadOnlyPart(content, out var blob))
            model = new ModelName(null, blob);
        if (model != default && !models.Contains(model))
            models.Add(model);
    }

    private static bool TryReadOnlyPart(ReadOnlySpan<byte> parts, out uint blob)
    {
        var cursor = new MessagePackCursor(parts);
        return cursor.TryReadUInt32(out blob) && cursor.AtEnd;
    }

    private void AddUsage(MessagePackCursor cursor)
    {
        if (!cursor.TryReadMapHeader(out var count))
            return;
        while (count-- > 0)
        {
            if (!cursor.TryReadText(out var name) && !cursor.TrySkip(BlockLayout.MaxDepth))
                return;
            var value = cursor;
            if (!cursor.TrySkip(BlockLayout.MaxDepth))
                return;
            if (!value.TryReadInt64(out var tokens) || tokens < 0)
                continue;
            if (name.SequenceEqual("inputTokenCount"u8))
                input = Sum(input, tokens);
            else if (name.SequenceEqual("outputTokenCount"u8))
                output = Sum(output, tokens);
            else if (name.SequenceEqual("cachedInputTokenCount"u8))
                cached = Sum(cached, tokens);
        }
    }

    private static long Sum(long total, long tokens) => long.MaxValue - total < tokens ? long.MaxValue : total + tokens;

    /// <summary>A model's name, as text or in a blob.</summary>
    private readonly record struct ModelName(string? Text, uint Blob);
}
