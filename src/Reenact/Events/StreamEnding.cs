namespace Reenact.Events;

/// <summary>How a stream ended. The numbers are those of the recording format.</summary>
public enum StreamEnding
{
    /// <summary>There were no more items.</summary>
    Completed = 0,

    /// <summary>It failed; a <see cref="CallFailedEvent"/> of the same call says how.</summary>
    Failed = 1,

    /// <summary>It was canceled.</summary>
    Canceled = 2,

    /// <summary>Its consumer stopped asking.</summary>
    Abandoned = 3,
}
