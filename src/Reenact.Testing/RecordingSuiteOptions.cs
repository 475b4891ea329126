namespace Reenact.Testing;

/// <summary>How a folder of recordings is run. Immutable.</summary>
public sealed record RecordingSuiteOptions
{
    /// <summary>How many recordings run at once; at least one. The number of processors unless said.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Which of the recordings are run. Null, the default, is what <c>REENACT_SHARD</c> says, or all.</summary>
    public Shard? Shard { get; init; }

    /// <summary>How each recording is run.</summary>
    public ReenactTestOptions Test { get; init; } = new();

    /// <summary>Is told of each recording that has ended, from several threads but one at a time; null tells nobody.</summary>
    public IProgress<RecordingSuiteProgress>? Progress { get; init; }
}
