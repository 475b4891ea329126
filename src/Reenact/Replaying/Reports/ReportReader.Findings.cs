using System.Text.Json;

namespace Reenact.Replaying.Reports;

/// <content>What a report says besides divergences: leaks, decisions, latencies.</content>
internal static partial class ReportReader
{
    private static ReportDigest ReadLeaks(ref Utf8JsonReader json, ReportDigest report)
    {
        List<string> lines = [];
        var count = 0;
        Expect(ref json, JsonTokenType.StartArray);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            count++;
            if (lines.Count < ReportDigest.MostLines)
            {
                lines.Add(ReadLeak(ref json));
            }
            else
            {
                json.Skip();
            }
        }

        return report with { LeakCount = count, Leaks = lines };
    }

    private static string ReadLeak(ref Utf8JsonReader json)
    {
        string kind = "", target = "";
        string? after = null, frame = null;
        var times = 1;
        Expect(ref json, JsonTokenType.StartObject);
        while (NextMember(ref json) is { } name)
        {
            switch (name)
            {
                case "kind": kind = ReportDigest.Name(json.GetString()) ?? ""; break;
                case "target": target = ReportDigest.Name(json.GetString()) ?? ""; break;
                case "times": times = Count(ref json); break;
                case "after": after = ReportDigest.Name(json.GetString()); break;
                case "stack": frame = ReadLines(ref json).FirstOrDefault(); break;
                default: json.Skip(); break;
            }
        }

        return ReportDigest.LeakLine(kind, target, times, after, frame);
    }

    private static ReportDigest ReadDecisions(ref Utf8JsonReader json, ReportDigest report)
    {
        List<string> lines = [];
        var (count, changed) = (0, 0);
        Expect(ref json, JsonTokenType.StartArray);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            count++;
            if (ReadChangedDecision(ref json) is not { } line)
            {
                continue;
            }

            changed++;
            if (lines.Count < ReportDigest.MostLines)
            {
                lines.Add(line);
            }
        }

        return report with { DecisionCount = count, ChangedDecisionCount = changed, ChangedDecisions = lines };
    }

    /// <summary>What a decision was and is; null where it is the same.</summary>
    private static string? ReadChangedDecision(ref Utf8JsonReader json)
    {
        var decided = "";
        string? then = null, now = null;
        long? sequence = null;
        var isEqual = true;
        Expect(ref json, JsonTokenType.StartObject);
        while (NextMember(ref json) is { } name)
        {
            switch (name)
            {
                case "name": decided = ReportDigest.Name(json.GetString()) ?? ""; break;
                case "event": sequence = json.GetInt64(); break;
                case "then": then = ReportDigest.Name(json.GetString()); break;
                case "now": now = ReportDigest.Name(json.GetString()); break;
                case "equal": isEqual = json.GetBoolean(); break;
                default: json.Skip(); break;
            }
        }

        return isEqual ? null : ReportDigest.DecisionLine(decided, sequence, then, now);
    }

    private static List<LatencyDigest> ReadLatencies(ref Utf8JsonReader json)
    {
        List<LatencyDigest> latencies = [];
        Expect(ref json, JsonTokenType.StartArray);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (latencies.Count < ReportDigest.MostMethods)
            {
                latencies.Add(ReadLatency(ref json));
            }
            else
            {
                json.Skip();
            }
        }

        return latencies;
    }

    private static LatencyDigest ReadLatency(ref Utf8JsonReader json)
    {
        var latency = new LatencyDigest("", 0);
        Expect(ref json, JsonTokenType.StartObject);
        while (NextMember(ref json) is { } name)
        {
            switch (name)
            {
                case "method": latency = latency with { Method = ReportDigest.Name(json.GetString()) ?? "" }; break;
                case "calls": latency = latency with { Calls = Count(ref json) }; break;
                case "recordedMedianMs": latency = latency with { RecordedMedian = Milliseconds(ref json) }; break;
                case "recordedP95Ms": latency = latency with { RecordedP95 = Milliseconds(ref json) }; break;
                case "replayedMedianMs": latency = latency with { ReplayedMedian = Milliseconds(ref json) }; break;
                case "replayedP95Ms": latency = latency with { ReplayedP95 = Milliseconds(ref json) }; break;
                default: json.Skip(); break;
            }
        }

        return latency;
    }
}
