using Reenact.Replaying;

namespace Reenact;

/// <summary>What a replay found. Immutable.</summary>
public record ReplayReport
{
    /// <summary>The id of the replay.</summary>
    public required Guid ReplayId { get; init; }

    /// <summary>The recorded session's id.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>The recording's path or name.</summary>
    public required string Recording { get; init; }

    /// <summary>How sure the recording is of the order of what was in flight at once.</summary>
    public required Exactness Exactness { get; init; }

    /// <summary>Why the recording is <see cref="Exactness.Free"/>; null where it is exact, or doesn't say.</summary>
    public FreeCause? FreeCause { get; init; }

    /// <summary>The number of the recorded event where that was seen first; null where the recording doesn't say.</summary>
    public long? FreeSince { get; init; }

    /// <summary>In which order calls had to be made.</summary>
    public required MatchOrder MatchOrder { get; init; }

    /// <summary>How many recorded calls replayed code makes, those inside other recorded calls left out.</summary>
    public required int RecordedCalls { get; init; }

    /// <summary>How many of them were served.</summary>
    public required int MatchedCalls { get; init; }

    /// <summary>How many calls ran live.</summary>
    public required int LiveCalls { get; init; }

    /// <summary>How many calls the code made that the recording doesn't have.</summary>
    public required int ExtraCalls { get; init; }

    /// <summary>How many recorded calls the code never made.</summary>
    public required int MissingCalls { get; init; }

    /// <summary>The divergences, in the order in which they were found.</summary>
    public required IReadOnlyList<Divergence> Divergences { get; init; }

    /// <summary>The types of recorded exceptions that came back as <see cref="RecordedException"/>.</summary>
    public required IReadOnlyList<string> UnmadeExceptions { get; init; }

    /// <summary>What replayed code reached outside by other means than recorded calls, in the order in which it was noticed; at most 100 places.</summary>
    public IReadOnlyList<Leak> Leaks { get; init; } = [];

    /// <summary>How long each replayed method took, then and now.</summary>
    public required IReadOnlyList<MethodLatency> Latencies { get; init; }

    /// <summary>What makes the replay less certain than it could be, in words: code that left the replay's thread.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>How long the replayed code took, as far as it has run.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>
    /// What the code threw behind divergences that are collected: the exception's type and message. Null where it returned, was stuck, or ended by a
    /// divergence.
    /// </summary>
    public string? Failure { get; init; }

    /// <summary>
    /// Whether replayed methods ended as they did when they were recorded: with the same results, exceptions, items and reports. Null
    /// where none of them got to its end.
    /// </summary>
    public required bool? OutputsEqual { get; init; }

    /// <summary>What the replay did otherwise than serve.</summary>
    public ReplayPlan Plan { get; init; } = ReplayPlan.Empty;

    /// <summary>The version of the code that was replayed: as the plan says it, or that of its assembly; null where nothing says it.</summary>
    public string? CodeVersion { get; init; }

    /// <summary>The calls that ran live or were overridden, in the order of their starts.</summary>
    public IReadOnlyList<LiveCallReport> Live { get; init; } = [];

    /// <summary>
    /// What differs from the recording because a live or overridden call ended otherwise than recorded, at most 1,000: what replayed methods return,
    /// are called with and report, and recorded calls that were not made. It fails nothing.
    /// </summary>
    public IReadOnlyList<Divergence> Consequences { get; init; } = [];

    /// <summary>With <see cref="ReplayPlan.Compare"/>: where live calls ended otherwise than recorded, at most 1,000.</summary>
    public IReadOnlyList<ResultDrift> Drift { get; init; } = [];

    /// <summary>The decisions that replayed code made, and those that it should have made, in the order in which they were met.</summary>
    public IReadOnlyList<ReplayedDecision> Decisions { get; init; } = [];

    /// <summary>The share of recorded calls that were served, from 0 to 1; 1 where there are none.</summary>
    public double Coverage => RecordedCalls == 0 ? 1 : (double)MatchedCalls / RecordedCalls;

    /// <summary>Whether the replay was the recording.</summary>
    public bool IsMatch =>
        Divergences.Count == 0
        && Consequences.Count == 0
        && MatchedCalls + Live.Count == RecordedCalls
        && Live.All(static call => call.SameResult == true);

    /// <summary>Throws unless the replay was the recording.</summary>
    /// <exception cref="ReplayDivergenceException">It was not; the exception has the first divergence.</exception>
    public void EnsureMatched()
    {
        if (Divergences.Count > 0)
        {
            throw new ReplayDivergenceException(Divergences[0]);
        }
    }

    /// <summary>The report as text for a person, on several lines.</summary>
    public override string ToString() => ReportText.Print(this);

    /// <summary>The report as JSON.</summary>
    public string ToJson() => ReportJson.Write(this);

    /// <summary>The report as JUnit XML, as build servers read it: a suite with one test case.</summary>
    public string ToJUnit() => ReplaySummary.Of(this).ToJUnit();

    /// <summary>The report as Markdown, for a pull request. What it quotes from the recording can't become links, mentions or markup.</summary>
    public string ToMarkdown() => ReplaySummary.Of(this).ToMarkdown();

    internal static ReplayReport Of(Guid replayId, Script script, ReplayEngine engine, Latencies latencies, TimeSpan duration, ReplayPlan plan, string? codeVersion, ReplayScope? scope)
    {
        var divergences = engine.Log.All;
        var consequences = engine.Log.Consequences;
        var live = engine.ReportLive();
        return new ReplayReport
        {
            ReplayId = replayId,
            SessionId = script.Recording.SessionId,
            Recording = script.Recording.Path,
            Exactness = script.Exactness,
            FreeCause = script.Facts.FreeCause,
            FreeSince = script.Facts.FreeSince,
            MatchOrder = engine.Options.MatchOrder,
            RecordedCalls = scope?.Calls ?? script.Calls,
            MatchedCalls = engine.Served,
            LiveCalls = live.Count(static call => !call.IsOverridden),
            ExtraCalls = engine.Extra,
            MissingCalls = engine.Missing,
            Divergences = divergences,
            UnmadeExceptions = engine.Unmade(),
            Warnings = engine.Warnings(),
            Plan = plan,
            CodeVersion = codeVersion,
            Live = live,
            Consequences = consequences,
            Drift = engine.ReportDrift(),
            Decisions = engine.Decisions(),
            Leaks = engine.Leaks.All,
            Latencies = MethodLatency.Compare(script.Facts.Durations, latencies.Snapshot()),
            Duration = duration,
            OutputsEqual = divergences.Concat(consequences).Any(divergence => divergence.Kind == DivergenceKind.OutputDiffers) ? false
                : engine.ComparedOutputs > 0 ? true : null,
        };
    }

    internal ReplayReport<T> With<T>(T output) => new(this, output);
}

/// <summary>What a replay found, with what its code returned. Immutable.</summary>
public sealed record ReplayReport<T> : ReplayReport
{
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    internal ReplayReport(ReplayReport report, T output)
        : base(report) => Output = output;

    /// <summary>What the code returned; the default where it threw or ended by a divergence.</summary>
    public T Output { get; }

    /// <inheritdoc/>
    public override string ToString() => base.ToString();
}
