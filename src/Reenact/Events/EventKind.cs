namespace Reenact.Events;

/// <summary>What an event of a recording says. The numbers are those of the recording format.</summary>
public enum EventKind
{
    /// <summary>The session started: who ran what, and where.</summary>
    SessionStarted = 0,

    /// <summary>A call started.</summary>
    CallStarted = 1,

    /// <summary>A call returned.</summary>
    CallReturned = 2,

    /// <summary>A call failed or was canceled.</summary>
    CallFailed = 3,

    /// <summary>A stream produced an item.</summary>
    StreamItem = 4,

    /// <summary>A stream ended.</summary>
    StreamEnded = 5,

    /// <summary>Replayed code read the clock, a random seed, an id or another value of the world.</summary>
    ValueCaptured = 6,

    /// <summary>The state of the agent.</summary>
    Snapshot = 7,

    /// <summary>A version of a model, a prompt, a configuration, a flag or code that the session runs with from here on.</summary>
    Environment = 8,

    /// <summary>A decision of the agent.</summary>
    Decision = 9,

    /// <summary>One thing is derived from, caused by or retrieved from another.</summary>
    Link = 10,

    /// <summary>A note by a person or a program.</summary>
    Note = 11,

    /// <summary>The session ended.</summary>
    SessionEnded = 12,

    /// <summary>A call reported progress.</summary>
    Progress = 13,

    /// <summary>A name or a method that later events refer to by id.</summary>
    Definition = 14,

    /// <summary>Content that later events refer to by id.</summary>
    Blob = 15,

    /// <summary>A line of a log.</summary>
    Log = 16,

    /// <summary>Code of a session that was scheduled exactly went on out of the ordinary order.</summary>
    Resumed = 17,
}
