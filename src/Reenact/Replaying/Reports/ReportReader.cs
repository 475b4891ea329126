using System.Text.Json;
using Reenact.Files;

namespace Reenact.Replaying.Reports;

/// <summary>
/// Reads a report file, as <see cref="ReportJson"/> writes it. The file may come from anywhere: it is read forward, without a tree of
/// it in memory, and what is kept of it is bounded. Members that it doesn't know are skipped.
/// </summary>
internal static partial class ReportReader
{
    /// <summary>A larger file is none of ours: a report has at most 1,000 divergences of some kilobytes each.</summary>
    public const int LargestFile = 16 << 20;

    private const int DeepestNesting = 16;

    /// <exception cref="InvalidDataException">It is no report; the message says why.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static ReportDigest ReadFile(string path)
    {
        if (FileKind.HasNoLength(path))
        {
            throw new InvalidDataException(FileKind.NoLength);
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        if (file.Length > LargestFile)
        {
            throw new InvalidDataException($"it has {file.Length} bytes, and a report has at most {LargestFile}");
        }

        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return Read(bytes);
    }

    /// <exception cref="InvalidDataException">It is no report; the message says why.</exception>
    public static ReportDigest Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            if (utf8.StartsWith("\uFEFF"u8))
            {
                utf8 = utf8[3..];
            }

            var json = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = DeepestNesting });
            json.Read();
            var report = ReadReport(ref json);
            while (json.Read())
            {
                // What follows a document makes it none; the reader throws.
            }

            return report;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // The reader's messages quote what it read.
            throw new InvalidDataException($"it is no report as JSON ({Values.TextEscape.Message(exception.Message)})", exception);
        }
    }

    private static ReportDigest ReadReport(ref Utf8JsonReader json)
    {
        var report = new ReportDigest { Recording = "" };
        var isReport = false;
        var saysMatch = false;
        Expect(ref json, JsonTokenType.StartObject);
        while (NextMember(ref json) is { } name)
        {
            switch (name)
            {
                case "replayId": json.GetGuid(); isReport = true; break;
                case "sessionId": report = report with { SessionId = json.GetGuid() }; break;
                case "recording": report = report with { Recording = ReportDigest.Name(json.GetString()) ?? "" }; break;
                case "test": report = report with { Test = ReportDigest.Name(json.GetString()) }; break;
                case "failure": report = report with { Failure = ReportDigest.Text(json.GetString()) }; break;
                case "isMatch": report = report with { IsMatch = json.GetBoolean() }; saysMatch = true; break;
                case "exactness": report = report with { IsFree = json.ValueTextEquals("free") }; break;
                case "recordedCalls": report = report with { RecordedCalls = Count(ref json) }; break;
                case "matchedCalls": report = report with { MatchedCalls = Count(ref json) }; break;
                case "liveCalls": report = report with { LiveCalls = Count(ref json) }; break;
                case "extraCalls": report = report with { ExtraCalls = Count(ref json) }; break;
                case "missingCalls": report = report with { MissingCalls = Count(ref json) }; break;
                case "outputsEqual": report = report with { OutputsEqual = json.GetBoolean() }; break;
                case "durationMs": report = report with { Duration = Milliseconds(ref json) }; break;
                case "drift": report = report with { Drift = [.. ReadDrift(ref json), .. report.Drift] }; break;
                case "consequences": report = report with { Drift = [.. report.Drift, .. ReadConsequences(ref json)] }; break;
                case "leaks": report = ReadLeaks(ref json, report); break;
                case "decisions": report = ReadDecisions(ref json, report); break;
                case "latencies": report = report with { Latencies = ReadLatencies(ref json) }; break;
                case "warnings": report = report with { Warnings = ReadLines(ref json) }; break;
                case "divergences": report = ReadDivergences(ref json, report); break;
                default: json.Skip(); break;
            }
        }

        return isReport && saysMatch ? report : throw new FormatException("it has no members replayId and isMatch");
    }

    private static ReportDigest ReadDivergences(ref Utf8JsonReader json, ReportDigest report)
    {
        DivergenceDigest? first = null;
        List<string> others = [];
        var count = 0;
        Expect(ref json, JsonTokenType.StartArray);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            count++;
            if (others.Count >= ReportDigest.MostLines)
            {
                json.Skip();
                continue;
            }

            var divergence = ReadDivergence(ref json);
            if (first is null)
            {
                first = divergence;
            }
            else
            {
                others.Add(divergence.Headline);
            }
        }

        return report with { Divergences = count, First = first, Others = others };
    }

    private static DivergenceDigest ReadDivergence(ref Utf8JsonReader json)
    {
        var divergence = new DivergenceDigest("", null, "");
        Expect(ref json, JsonTokenType.StartObject);
        while (NextMember(ref json) is { } name)
        {
            switch (name)
            {
                case "kind": divergence = divergence with { Kind = ReportDigest.Name(json.GetString()) ?? "" }; break;
                case "event": divergence = divergence with { Event = json.GetUInt64() }; break;
                case "message": divergence = divergence with { Message = ReportDigest.Text(json.GetString()) ?? "" }; break;
                case "expected": divergence = divergence with { Expected = ReportDigest.Text(json.GetString()) }; break;
                case "actual": divergence = divergence with { Actual = ReportDigest.Text(json.GetString()) }; break;
                case "differences": divergence = divergence with { Differences = ReadLines(ref json) }; break;
                case "possibleNearTie": divergence = divergence with { PossibleNearTie = json.GetBoolean() }; break;
                default: json.Skip(); break;
            }
        }

        return divergence;
    }

    private static List<string> ReadConsequences(ref Utf8JsonReader json)
    {
        List<string> lines = [];
        Expect(ref json, JsonTokenType.StartArray);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (lines.Count < ReportDigest.MostLines)
            {
                lines.Add(ReportDigest.Text($"follows: {ReadDivergence(ref json).Headline}"));
            }
            else
            {
                json.Skip();
            }
        }

        return lines;
    }

    private static List<string> ReadDrift(ref Utf8JsonReader json)
    {
        List<string> lines = [];
        Expect(ref json, JsonTokenType.StartArray);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (lines.Count < ReportDigest.MostLines)
            {
                lines.Add(ReadDriftLine(ref json));
            }
            else
            {
                json.Skip();
            }
        }

        return lines;
    }

    private static string ReadDriftLine(ref Utf8JsonReader json)
    {
        string call = "", expected = "", actual = "";
        List<string> differences = [];
        Expect(ref json, JsonTokenType.StartObject);
        while (NextMember(ref json) is { } name)
        {
            switch (name)
            {
                case "call": call = ReportDigest.Text(json.GetString()) ?? ""; break;
                case "expected": expected = ReportDigest.Text(json.GetString()) ?? ""; break;
                case "actual": actual = ReportDigest.Text(json.GetString()) ?? ""; break;
                case "differences": differences = ReadLines(ref json); break;
                default: json.Skip(); break;
            }
        }

        return ReportDigest.DriftLine(call, differences.Count > 0 ? differences[0] : $"{expected} → {actual}");
    }

    private static List<string> ReadLines(ref Utf8JsonReader json)
    {
        List<string> lines = [];
        Expect(ref json, JsonTokenType.StartArray);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (lines.Count < ReportDigest.MostLines)
            {
                lines.Add(ReportDigest.Text(json.GetString()) ?? "");
            }
            else
            {
                json.Skip();
            }
        }

        return lines;
    }

    /// <summary>Goes to the next member's value.</summary>
    /// <returns>Its name; null at the object's end.</returns>
    private static string? NextMember(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.EndObject)
        {
            return null;
        }

        // Names that are known are short; a long one needs no copy.
        var name = json.ValueSpan.Length <= 64 ? json.GetString()! : "";
        json.Read();
        return name;
    }

    private static void Expect(ref Utf8JsonReader json, JsonTokenType type)
    {
        if (json.TokenType != type)
        {
            throw new FormatException($"a {json.TokenType} stands where a {type} belongs");
        }
    }

    private static int Count(ref Utf8JsonReader json) =>
        json.GetInt32() is >= 0 and var count ? count : throw new FormatException("a number of calls is negative");

    private static TimeSpan Milliseconds(ref Utf8JsonReader json) => json.GetDouble() is >= 0 and <= 1e12 and var time
        ? TimeSpan.FromMilliseconds(time)
        : throw new FormatException("a time is out of range");
}
