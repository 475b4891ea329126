namespace Reenact.Events;

/// <summary>A call failed or was canceled. Immutable.</summary>
public sealed record CallFailedEvent : RecordedEvent
{
    internal CallFailedEvent(long sequence, EventHead head)
        : base(sequence, head)
    {
    }

    /// <summary>The exception.</summary>
    public RecordedFailure Failure { get; internal init; } = RecordedFailure.None;

    /// <summary>The <c>out</c> and <c>ref</c> values that were set before, in order of the parameters.</summary>
    public IReadOnlyList<RecordedValue> Outs { get; internal init; } = [];

    /// <summary>Where the call's task had several exceptions, those after the first.</summary>
    public IReadOnlyList<RecordedFailure> Others { get; internal init; } = [];

    /// <summary>When it failed.</summary>
    public FailureCompletion Completion { get; internal init; }
}
