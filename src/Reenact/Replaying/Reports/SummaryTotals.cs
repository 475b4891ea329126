namespace Reenact.Replaying.Reports;

/// <summary>The sums of a summary.</summary>
internal sealed record SummaryTotals
{
    public int Passed { get; set; }

    public int Failed { get; set; }

    /// <summary>How many recordings ran freely.</summary>
    public int Free { get; set; }

    /// <summary>How many replays gave another output than recorded.</summary>
    public int OutputsDiffer { get; set; }

    /// <summary>How many replays had live calls that ended otherwise than recorded.</summary>
    public int Drifted { get; set; }

    /// <summary>How many replays have warnings.</summary>
    public int Uncertain { get; set; }

    /// <summary>How many leaks there were, those at one place of one replay once.</summary>
    public long Leaks { get; set; }

    /// <summary>How many replays leaked.</summary>
    public int Leaking { get; set; }

    /// <summary>How many decisions were compared.</summary>
    public long Decisions { get; set; }

    /// <summary>How many of them are another, missing or new.</summary>
    public long ChangedDecisions { get; set; }

    public long RecordedCalls { get; set; }

    public long MatchedCalls { get; set; }

    public long LiveCalls { get; set; }

    public long ExtraCalls { get; set; }

    public long MissingCalls { get; set; }

    public TimeSpan Duration { get; set; }

    public int Problems { get; set; }
}
