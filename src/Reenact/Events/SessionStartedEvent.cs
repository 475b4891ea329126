namespace Reenact.Events;

/// <summary>The session started. Immutable.</summary>
public sealed record SessionStartedEvent : RecordedEvent
{
    internal SessionStartedEvent(long sequence, EventHead head)
        : base(sequence, head)
    {
    }

    /// <summary>The version of the events' shapes; 1.</summary>
    public int SchemaVersion { get; internal init; }

    /// <summary>When the session started, in UTC.</summary>
    public DateTimeOffset StartTime { get; internal init; }

    /// <summary>Who runs what.</summary>
    public SessionInfo Info { get; internal init; } = new();

    /// <summary>The id of the session that this one is a fork of.</summary>
    public string? ParentSession { get; internal init; }

    /// <summary>The number of the event of the parent session up to which the fork was served from it.</summary>
    public long? ParentEvent { get; internal init; }

    /// <summary>The id of the replay that made the fork.</summary>
    public string? ReplayId { get; internal init; }

    /// <summary>The plan of that replay; absent when there is none.</summary>
    public RecordedValue ReplayPlan { get; internal init; }

    /// <summary>The runtime that the session ran on.</summary>
    public string? Runtime { get; internal init; }

    /// <summary>The culture that the session ran under.</summary>
    public string? Culture { get; internal init; }

    /// <summary>The local time zone of the session's machine.</summary>
    public string? TimeZone { get; internal init; }

    /// <summary>The number of processors that the session could use.</summary>
    public int? ProcessorCount { get; internal init; }
}
