namespace Reenact.Comparing;

/// <summary>
/// Two sessions side by side: which calls they have in common, where they first differ, what they decided, ran with, answered, took and
/// cost. Immutable and thread-safe; the recordings must stay open while values of its calls are read.
/// </summary>
public sealed record SessionComparison
{
    internal SessionComparison()
    {
    }

    /// <summary>The session before: what the other one is compared with.</summary>
    public required ComparedSession Before { get; init; }

    /// <summary>The session after.</summary>
    public required ComparedSession After { get; init; }

    /// <summary>
    /// Whether both sessions are the same: calls, arguments, results, decisions, environment, outcome and final output. Times, clock
    /// readings, ids and random seeds differ in any two runs, and don't count; nor do names of sessions, users and machines.
    /// </summary>
    public bool AreEqual => FirstDifference is null;

    /// <summary>What was too much to be compared in full; empty when everything was.</summary>
    public required IReadOnlyList<string> Limits { get; init; }

    /// <summary>The first difference in the order in which it happened; null when there is none.</summary>
    public required FirstDifference? FirstDifference { get; init; }

    /// <summary>The calls that the sessions themselves made, aligned; what was called in them is within.</summary>
    public required IReadOnlyList<ComparedCall> Calls { get; init; }

    /// <summary>How many calls compare how.</summary>
    public required CallCounts Counts { get; init; }

    /// <summary>The decisions, in order, also those that are the same.</summary>
    public required IReadOnlyList<ComparedDecision> Decisions { get; init; }

    /// <summary>What the sessions ran with that differs.</summary>
    public required IReadOnlyList<ComparedEnvironment> Environment { get; init; }

    /// <summary>How the environment variables and named values differ that were captured outside of all calls.</summary>
    public required IReadOnlyList<ValueDifference> Captured { get; init; }

    /// <summary>How the sessions ended differently: outcome, error code, message.</summary>
    public required IReadOnlyList<ValueDifference> Outcome { get; init; }

    /// <summary>How the final outputs differ.</summary>
    public required IReadOnlyList<ValueDifference> Output { get; init; }

    /// <summary>How long the calls of each method took, by the method's name.</summary>
    public required IReadOnlyList<ComparedLatency> Latencies { get; init; }

    /// <summary>What failed, by method and type of exception.</summary>
    public required IReadOnlyList<ComparedFailures> Failures { get; init; }

    /// <summary>What the tokens of the session before cost; null when prices were not given or don't have a model that it used.</summary>
    public required decimal? CostBefore { get; init; }

    /// <summary>What the tokens of the session after cost; null when prices were not given or don't have a model that it used.</summary>
    public required decimal? CostAfter { get; init; }

    /// <summary>Compares two sessions.</summary>
    /// <remarks>
    /// Both recordings are read whole and held, as <see cref="Recording.Calls"/> does. Aligning takes time and memory up to what
    /// <see cref="ComparisonOptions.MaxAlignmentPairs"/> says, all else time in proportion to the recordings' length.
    /// </remarks>
    /// <param name="before">The recording to compare with.</param>
    /// <param name="after">The other recording.</param>
    /// <param name="options">How; the defaults for null.</param>
    /// <exception cref="RecordingException">A recording is damaged, and was not opened to skip damage; or it can't be read.</exception>
    public static SessionComparison Compare(Recording before, Recording after, ComparisonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return SessionComparer.Compare(before, after, options ?? ComparisonOptions.Default);
    }

    /// <summary>The comparison as a JSON document; <c>docs/comparing.md</c> documents its members.</summary>
    /// <remarks>All of it at once: of sessions with very many calls, <see cref="WriteJson"/> takes less memory.</remarks>
    public string ToJson()
    {
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        WriteJson(text);
        return text.ToString();
    }

    /// <summary>Writes the document of <see cref="ToJson"/>, piece by piece.</summary>
    /// <param name="output">Where to; it stays open. What it throws ends the writing.</param>
    public void WriteJson(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        ComparisonJson.Write(this, output);
    }
}
