namespace Reenact.Events;

/// <summary>A call started; its span is the call's own. Immutable.</summary>
public sealed record CallStartedEvent : RecordedEvent
{
    internal CallStartedEvent(long sequence, EventHead head)
        : base(sequence, head)
    {
    }

    /// <summary>The call that it was made in; 0 for none.</summary>
    public long ParentSpan { get; internal init; }

    /// <summary>What was called.</summary>
    public MethodDefinition Method { get; internal init; } = MethodDefinition.None;

    /// <summary>The recorded arguments, in order of the method's parameters.</summary>
    public IReadOnlyList<RecordedValue> Arguments { get; internal init; } = [];

    /// <summary>The agent that made the call, when it is not the session's.</summary>
    public string? Agent { get; internal init; }

    /// <summary>Whether the call ran live in a replay that served others from a recording.</summary>
    public bool Live { get; internal init; }
}
