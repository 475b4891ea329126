using System.Globalization;

namespace Reenact.Replaying.Reports;

/// <summary>What a summary keeps of one replay's report: numbers, names, and what failed, cut to bounded lengths.</summary>
internal sealed record ReportDigest
{
    /// <summary>A longer name or path is cut.</summary>
    public const int LongestName = 512;

    /// <summary>A longer sentence, value or line of a diff is cut.</summary>
    public const int LongestText = 1000;

    /// <summary>Of one divergence so many lines of its diff are kept, and of one replay so many further divergences.</summary>
    public const int MostLines = 10;

    /// <summary>Of so many methods of one replay the latencies are kept.</summary>
    public const int MostMethods = 64;

    /// <summary>The test that replayed; null where it was none.</summary>
    public string? Test { get; init; }

    public required string Recording { get; init; }

    public Guid SessionId { get; init; }

    public bool IsMatch { get; init; }

    /// <summary>Whether the recording ran freely, so that near ties can't be reproduced with certainty.</summary>
    public bool IsFree { get; init; }

    public int RecordedCalls { get; init; }

    public int MatchedCalls { get; init; }

    public int LiveCalls { get; init; }

    public int ExtraCalls { get; init; }

    public int MissingCalls { get; init; }

    public bool? OutputsEqual { get; init; }

    public TimeSpan Duration { get; init; }

    public int Divergences { get; init; }

    public DivergenceDigest? First { get; init; }

    /// <summary>The divergences behind the first, a line each.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>What makes the replay less certain than it could be, a line each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>How live calls ended otherwise than recorded, and what followed from it, a line each.</summary>
    public IReadOnlyList<string> Drift { get; init; } = [];

    /// <summary>How many leaks there were; those at one place count once.</summary>
    public int LeakCount { get; init; }

    /// <summary>What replayed code reached outside on its own, a line each.</summary>
    public IReadOnlyList<string> Leaks { get; init; } = [];

    /// <summary>How many decisions were compared.</summary>
    public int DecisionCount { get; init; }

    /// <summary>How many of them are another, missing or new.</summary>
    public int ChangedDecisionCount { get; init; }

    /// <summary>Those decisions, a line each.</summary>
    public IReadOnlyList<string> ChangedDecisions { get; init; } = [];

    /// <summary>How long replayed methods took, then and now.</summary>
    public IReadOnlyList<LatencyDigest> Latencies { get; init; } = [];

    /// <summary>What failed the test although its replay may have matched.</summary>
    public string? Failure { get; init; }

    public bool Passed => IsMatch && Divergences == 0 && Failure is null;

    public static ReportDigest Of(ReplayReport report, string? test = null, string? failure = null) => new()
    {
        Test = Name(test),
        Recording = Name(report.Recording),
        SessionId = report.SessionId,
        IsMatch = report.IsMatch,
        IsFree = report.Exactness == Exactness.Free,
        RecordedCalls = report.RecordedCalls,
        MatchedCalls = report.MatchedCalls,
        LiveCalls = report.LiveCalls,
        ExtraCalls = report.ExtraCalls,
        MissingCalls = report.MissingCalls,
        OutputsEqual = report.OutputsEqual,
        Duration = report.Duration,
        Divergences = report.Divergences.Count,
        First = report.Divergences.Count == 0 ? null : DivergenceDigest.Of(report.Divergences[0]),
        Others = [.. report.Divergences.Skip(1).Take(MostLines).Select(divergence => DivergenceDigest.Of(divergence).Headline)],
        Warnings = [.. report.Warnings.Take(MostLines).Select(warning => Text(warning))],
        Drift =
        [
            .. report.Drift.Take(MostLines).Select(drift => DriftLine(drift.Call, drift.Differences.Count > 0 ? drift.Differences[0] : $"{drift.Expected} → {drift.Actual}")),
            .. report.Consequences.Take(MostLines).Select(consequence => Text($"follows: {DivergenceDigest.Of(consequence).Headline}")),
        ],
        LeakCount = report.Leaks.Count,
        Leaks = [.. report.Leaks.Take(MostLines).Select(leak => LeakLine(ReportJson.NameOf(leak.Kind), leak.Target, leak.Times, leak.After, leak.Stack.Count > 0 ? leak.Stack[0] : null))],
        DecisionCount = report.Decisions.Count,
        ChangedDecisionCount = report.Decisions.Count(static decision => !decision.IsEqual),
        ChangedDecisions = [.. report.Decisions.Where(static decision => !decision.IsEqual).Take(MostLines).Select(decision => DecisionLine(decision.Name, decision.Event, decision.Then, decision.Now))],
        Latencies = [.. report.Latencies.Take(MostMethods).Select(LatencyDigest.Of)],
        Failure = Text(failure),
    };

    public static string DriftLine(string call, string difference) => Text($"{call}: {difference}");

    /// <param name="kind">The kind, as JSON names it. A newer writer may have kinds that this one doesn't know.</param>
    /// <param name="target">To what.</param>
    /// <param name="times">How often at this place.</param>
    /// <param name="after">The last recorded call before it; null before the first.</param>
    /// <param name="frame">The innermost frame of the code; null where the stack has none.</param>
    public static string LeakLine(string kind, string target, int times, string? after, string? frame) => Text(
        (kind switch { "http" => "HTTP request to ", "dns" => "DNS query for ", "socket" => "connection at ", "process" => "process started: ", _ => $"{kind} " })
        + target
        + (times > 1 ? string.Create(CultureInfo.InvariantCulture, $", {times} times") : "")
        + (after is null ? ", before the first recorded call" : $", after {after}")
        + (frame is null ? "" : $", at {frame}"));

    public static string DecisionLine(string name, long? sequence, string? then, string? now) => Text(
        (sequence is { } number ? string.Create(CultureInfo.InvariantCulture, $"event {number}, ") : "") + $"{name}: {then ?? "(none)"} then, {now ?? "(none)"} now");

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(name))]
    public static string? Name(string? name) => Cut(name, LongestName);

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public static string? Text(string? text) => Cut(text, LongestText);

    private static string? Cut(string? text, int length) =>
        text is null || text.Length <= length ? text : $"{text.AsSpan(0, length - (char.IsHighSurrogate(text[length - 1]) ? 1 : 0))}…";
}
