namespace Reenact;

/// <summary>How an experiment runs. Immutable.</summary>
public sealed record ExperimentOptions
{
    /// <summary>
    /// Where the runs are recorded, each under its recording's name; folders that the recordings don't share are kept. It is made where it isn't there.
    /// </summary>
    public required string OutputFolder { get; init; }

    /// <summary>Whether recordings that are there already are replaced. If not, they fail their run.</summary>
    public bool Replace { get; init; }

    /// <summary>How many runs there are at once; 0, the default, takes the number of processors.</summary>
    public int Workers { get; init; }

    /// <summary>
    /// Says for a recording which is the last event that is served, behind which all is live; null serves all that the plan doesn't have live.
    /// It may read the recording, and runs on several threads.
    /// </summary>
    public Func<Recording, long?>? ForkAt { get; init; }

    /// <summary>How recordings are replayed. Its plan doesn't count.</summary>
    public ReplayOptions Replay { get; init; } = new();

    /// <summary>Told of each run that has ended, in the order in which they end, one at a time.</summary>
    public Action<ExperimentProgress>? Progress { get; init; }
}
