using System.Text.Json;
using Reenact.Values;

namespace Reenact.Comparing;

/// <summary>Writes comparisons as JSON; <c>docs/comparing.md</c> documents the members.</summary>
internal static class ComparisonJson
{
    public static void Write(SessionComparison comparison, TextWriter output)
    {
        using var pieces = new PiecewiseJson(output);
        Write(pieces, comparison);
        pieces.End();
    }

    public static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static void Write(PiecewiseJson pieces, SessionComparison comparison)
    {
        var json = pieces.Json;
        json.WriteStartObject();
        json.WriteBoolean("equal", comparison.AreEqual);
        WriteSession(json, "before", comparison.Before, comparison.CostBefore);
        WriteSession(json, "after", comparison.After, comparison.CostAfter);
        WriteFirst(json, comparison.FirstDifference);
        json.WriteStartObject("counts");
        json.WriteNumber("same", comparison.Counts.Same);
        json.WriteNumber("changed", comparison.Counts.Changed);
        json.WriteNumber("removed", comparison.Counts.Removed);
        json.WriteNumber("added", comparison.Counts.Added);
        json.WriteEndObject();
        WriteDifferences(json, "outcome", comparison.Outcome);
        WriteDifferences(json, "output", comparison.Output);
        WriteDifferences(json, "captured", comparison.Captured);
        json.WriteStartArray("environment");
        foreach (var environment in comparison.Environment)
        {
            json.WriteStartObject();
            json.WriteString("change", NameOf(environment.Change));
            json.WriteString("kind", NameOf(environment.Kind));
            json.WriteString("name", environment.Name);
            WriteEvents(json, environment.Before?.Sequence, environment.After?.Sequence);
            WriteDifferences(json, "differences", environment.Differences);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("decisions");
        foreach (var decision in comparison.Decisions)
        {
            json.WriteStartObject();
            json.WriteString("change", NameOf(decision.Change));
            json.WriteString("name", decision.Name);
            WriteEvents(json, decision.Before?.Sequence, decision.After?.Sequence);
            WriteDifferences(json, "differences", decision.Differences);
            json.WriteEndObject();
            pieces.HandOn();
        }

        json.WriteEndArray();
        WriteCalls(pieces, comparison.Calls);
        WriteTotals(json, comparison);
        json.WriteStartArray("limits");
        foreach (var limit in comparison.Limits)
        {
            json.WriteStringValue(limit);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSession(Utf8JsonWriter json, string name, ComparedSession session, decimal? cost)
    {
        json.WriteStartObject(name);
        json.WriteString("file", session.Path);
        json.WriteString("sessionId", session.SessionId);
        WriteText(json, "agent", session.Info.Agent);
        WriteText(json, "agentVersion", session.Info.AgentVersion);
        WriteText(json, "runtime", session.Runtime);
        WriteText(json, "outcome", session.Summary.Outcome is { } outcome ? NameOf(outcome) : null);
        WriteText(json, "errorCode", session.Summary.ErrorCode);
        json.WriteNumber("duration", session.Summary.Duration.TotalSeconds);
        json.WriteStartObject("calls");
        foreach (var (kind, count) in session.Summary.Calls)
        {
            json.WriteNumber(NameOf(kind), count);
        }

        json.WriteEndObject();
        json.WriteNumber("failedCalls", session.Summary.FailedCalls);
        json.WriteNumber("inputTokens", session.Summary.InputTokens);
        json.WriteNumber("cachedInputTokens", session.Summary.CachedInputTokens);
        json.WriteNumber("outputTokens", session.Summary.OutputTokens);
        if (cost is { } known)
        {
            json.WriteNumber("cost", known);
        }

        json.WriteEndObject();
    }

    private static void WriteFirst(Utf8JsonWriter json, FirstDifference? first)
    {
        if (first is null)
        {
            return;
        }

        json.WriteStartObject("firstDifference");
        json.WriteString("kind", NameOf(first.Kind));
        json.WriteString("what", first.What);
        WriteEvents(json, first.EventBefore, first.EventAfter);
        if (first.Difference is { } difference)
        {
            WriteDifferences(json, "differences", [difference]);
        }

        json.WriteEndObject();
    }

    /// <summary>Calls as a list in the order of the tree, each with its depth: they may be nested deeper than readers of JSON go.</summary>
    private static void WriteCalls(PiecewiseJson pieces, IReadOnlyList<ComparedCall> roots)
    {
        var json = pieces.Json;
        json.WriteStartArray("calls");
        var waiting = new Stack<(ComparedCall Call, int Depth)>(roots.Reverse().Select(call => (call, 0)));
        while (waiting.TryPop(out var next))
        {
            var (call, depth) = next;
            json.WriteStartObject();
            json.WriteString("change", NameOf(call.Change));
            json.WriteString("method", call.Either.Method.Name);
            json.WriteString("callKind", NameOf(call.Either.Method.Kind));
            json.WriteNumber("depth", depth);
            WriteEvents(json, call.Before?.Start.Sequence, call.After?.Start.Sequence);
            WriteDifferences(json, "arguments", call.Arguments);
            WriteDifferences(json, "results", call.Results);
            WriteDifferences(json, "captured", call.Captured);
            json.WriteEndObject();
            pieces.HandOn();
            foreach (var child in call.Children.Reverse())
            {
                waiting.Push((child, depth + 1));
            }
        }

        json.WriteEndArray();
    }

    private static void WriteTotals(Utf8JsonWriter json, SessionComparison comparison)
    {
        json.WriteStartArray("latencies");
        foreach (var latency in comparison.Latencies)
        {
            json.WriteStartObject();
            json.WriteString("method", latency.Method);
            WriteLatency(json, "before", latency.Before);
            WriteLatency(json, "after", latency.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("failures");
        foreach (var failure in comparison.Failures)
        {
            json.WriteStartObject();
            json.WriteString("method", failure.Method);
            json.WriteString("type", failure.Type);
            json.WriteNumber("before", failure.Before);
            json.WriteNumber("after", failure.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLatency(Utf8JsonWriter json, string name, LatencySummary latency)
    {
        json.WriteStartObject(name);
        json.WriteNumber("calls", latency.Calls);
        json.WriteNumber("medianMs", latency.Median.TotalMilliseconds);
        json.WriteNumber("p95Ms", latency.P95.TotalMilliseconds);
        json.WriteNumber("totalMs", latency.Total.TotalMilliseconds);
        json.WriteEndObject();
    }

    private static void WriteEvents(Utf8JsonWriter json, long? before, long? after)
    {
        if (before is { } one)
        {
            json.WriteNumber("eventBefore", one);
        }

        if (after is { } other)
        {
            json.WriteNumber("eventAfter", other);
        }
    }

    private static void WriteDifferences(Utf8JsonWriter json, string name, IReadOnlyList<ValueDifference> differences)
    {
        if (differences.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var difference in differences)
        {
            json.WriteStartObject();
            json.WriteString("path", difference.Path);
            json.WriteString("kind", NameOf(difference.Kind));
            WriteText(json, "before", difference.Expected);
            WriteText(json, "after", difference.Actual);
            if (difference.Line is { } line)
            {
                json.WriteNumber("line", line);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
