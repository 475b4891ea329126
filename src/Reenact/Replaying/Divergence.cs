namespace Reenact;

/// <summary>One place where a replay departed from its recording. Immutable.</summary>
public sealed record Divergence
{
    /// <summary>How it departed.</summary>
    public required DivergenceKind Kind { get; init; }

    /// <summary>The recording's path or name.</summary>
    public required string Recording { get; init; }

    /// <summary>The sequence number of the recorded event at which it happened; null after the last.</summary>
    public ulong? Event { get; init; }

    /// <summary>The replayed method in which it happened; null at the session's top.</summary>
    public string? Inside { get; init; }

    /// <summary>The recorded call or result, printed; null where there is none.</summary>
    public string? Expected { get; init; }

    /// <summary>What the code did, printed; null where it did nothing.</summary>
    public string? Actual { get; init; }

    /// <summary>The path of the first value that differs, such as <c>request.passengers[1].dob</c>.</summary>
    public string? Path { get; init; }

    /// <summary>What differs, one line a value: <c>path: expected → actual</c>.</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];

    /// <summary>What happened, in one or two sentences.</summary>
    public required string Message { get; init; }

    /// <summary>What to do next.</summary>
    public required string Remedy { get; init; }

    /// <summary>The last calls that matched, oldest first, at most five.</summary>
    public IReadOnlyList<string> LastMatched { get; init; } = [];

    /// <summary>The recorded calls nearest to what the code did, at most three.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>
    /// Where code that gets no further stands, with file and line where they can be known: what awaits what, outermost first; or the
    /// methods on its blocked thread, innermost first. Empty for other kinds.
    /// </summary>
    public IReadOnlyList<string> Stack { get; init; } = [];

    /// <summary>
    /// Two events of a recording that ran freely, just before this and so near to each other that their order is not certain; null where
    /// there are none, and in a recording that is exact.
    /// </summary>
    public NearTie? NearTie { get; init; }

    /// <summary>Whether the divergence may come from a near tie, and from nothing that was changed.</summary>
    public bool PossibleNearTie => NearTie is not null;

    /// <summary>The divergence as text for a person, on several lines.</summary>
    public override string ToString() => Replaying.DivergenceText.Print(this);
}
