using Reenact.Events;

namespace Reenact;

/// <summary>Replayed code, stopped before a recorded call. Immutable; the replay must not be disposed before it has been read.</summary>
public sealed class ReplayStop
{
    internal ReplayStop(string text) => Text = text;

    /// <summary>The number of the recorded event that starts the call; null when the recording doesn't have the call, so that it will diverge.</summary>
    public long? Event => Recorded?.Sequence;

    /// <summary>The full name of the method that is about to be called.</summary>
    public required string Method { get; init; }

    /// <summary>The names of its recorded parameters.</summary>
    public required IReadOnlyList<string> ParameterNames { get; init; }

    /// <summary>The arguments that the code gives it now.</summary>
    public required IReadOnlyList<RecordedValue> Arguments { get; init; }

    /// <summary>The recorded call that it is; null when the recording doesn't have the call.</summary>
    public required CallStartedEvent? Recorded { get; init; }

    /// <summary>The agent's recorded state as of here.</summary>
    public required RecordedState State { get; init; }

    /// <summary>How many calls were served before.</summary>
    public required int MatchedCalls { get; init; }

    private string Text { get; }

    /// <summary>The call with its arguments, shortly.</summary>
    public override string ToString() => Recorded is { } recorded ? $"event {recorded.Sequence}: {Text}" : $"{Text} (not recorded)";
}
