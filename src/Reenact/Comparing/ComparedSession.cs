using Reenact.Events;

namespace Reenact.Comparing;

/// <summary>One of two sessions that were compared. Immutable.</summary>
public sealed record ComparedSession
{
    internal ComparedSession(ComparedSide side)
    {
        var recording = side.Recording;
        Path = recording.Path;
        SessionId = recording.SessionId;
        Info = side.Start?.Info ?? new SessionInfo();
        Runtime = side.Start?.Runtime;
        Summary = recording.Summary;
        End = side.End;
    }

    /// <summary>The file, or the name of another store.</summary>
    public string Path { get; }

    /// <summary>The session's id.</summary>
    public Guid SessionId { get; }

    /// <summary>Who ran what.</summary>
    public SessionInfo Info { get; }

    /// <summary>The runtime that it ran on.</summary>
    public string? Runtime { get; }

    /// <summary>How it ended, how long it took, how many calls, tokens and errors it had.</summary>
    public RecordingSummary Summary { get; }

    /// <summary>How it ended, with the final output; null when it did not.</summary>
    public SessionEndedEvent? End { get; }
}
