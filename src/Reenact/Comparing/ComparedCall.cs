using Reenact.Events;

namespace Reenact.Comparing;

/// <summary>A call that was made in both sessions, or in one. Immutable and thread-safe.</summary>
public sealed record ComparedCall
{
    internal ComparedCall()
    {
    }

    /// <summary>How the call itself compares: its arguments, its result, what it captured. What was called in it is in <see cref="Children"/>.</summary>
    public Change Change { get; internal init; }

    /// <summary>The call in the session before; null when it was added.</summary>
    public RecordedSpan? Before { get; internal init; }

    /// <summary>The call in the session after; null when it was removed.</summary>
    public RecordedSpan? After { get; internal init; }

    /// <summary>How its arguments differ; empty for a call that only one session has.</summary>
    public IReadOnlyList<ValueDifference> Arguments { get; internal init; } = [];

    /// <summary>How it ended differently: result, <c>out</c> values, items of a stream, failure. Empty for a call that only one session has.</summary>
    public IReadOnlyList<ValueDifference> Results { get; internal init; } = [];

    /// <summary>How the environment variables and named values differ that were captured in it.</summary>
    public IReadOnlyList<ValueDifference> Captured { get; internal init; } = [];

    /// <summary>The calls made in it, in order. Empty for a call that only one session has: all that was called in it is that session's, too.</summary>
    public IReadOnlyList<ComparedCall> Children { get; internal init; } = [];

    /// <summary>Whether something differs in it: the call itself, or a call made in it.</summary>
    public bool HasDifferences { get; internal set; }

    /// <summary>The call, of whichever session has it; of the session before when both have it.</summary>
    public RecordedSpan Either => Before ?? After!;
}
