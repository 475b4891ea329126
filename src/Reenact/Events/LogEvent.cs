namespace Reenact.Events;

/// <summary>A line of a log. Immutable.</summary>
public sealed record LogEvent : RecordedEvent
{
    internal LogEvent(long sequence, EventHead head)
        : base(sequence, head)
    {
    }

    /// <summary>How severe it is, as in <c>Microsoft.Extensions.Logging.LogLevel</c>: 0 trace to 5 critical.</summary>
    public int Level { get; internal init; }

    /// <summary>The logger's category.</summary>
    public string? Category { get; internal init; }

    /// <summary>The line.</summary>
    public string Message { get; internal init; } = "";

    /// <summary>The exception that was logged with it.</summary>
    public string? Exception { get; internal init; }
}
