namespace Reenact;

/// <summary>A live call that ended otherwise than the recorded one: how tools and models have changed since. Immutable.</summary>
public sealed record ResultDrift
{
    /// <summary>The number of the event that starts the recorded call.</summary>
    public required ulong Event { get; init; }

    /// <summary>The recorded call, printed.</summary>
    public required string Call { get; init; }

    /// <summary>The path of the first value that differs; null where an exception does.</summary>
    public string? Path { get; init; }

    /// <summary>What the recorded call returned or threw, printed.</summary>
    public required string Expected { get; init; }

    /// <summary>What the live call returned or threw, printed.</summary>
    public required string Actual { get; init; }

    /// <summary>What differs, one line a value: <c>path: expected → actual</c>.</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];

    /// <summary>Whether the arguments were the recorded ones; other arguments follow from what differed before.</summary>
    public required bool SameArguments { get; init; }
}
