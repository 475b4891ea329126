namespace Reenact;

/// <summary>How a session ended. The numbers are those of the recording format.</summary>
public enum Outcome
{
    /// <summary>The agent did what it was for.</summary>
    Success = 0,

    /// <summary>It did not.</summary>
    Failure = 1,

    /// <summary>Somebody stopped it.</summary>
    Canceled = 2,

    /// <summary>Nobody said: the session was disposed without <see cref="SessionRecorder.Complete"/>.</summary>
    Abandoned = 3,
}
