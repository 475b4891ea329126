namespace Reenact.Events;

/// <summary>What a captured value was read from. The numbers are those of the recording format.</summary>
public enum CaptureSource
{
    /// <summary>The wall clock.</summary>
    Clock = 0,

    /// <summary>The monotonic clock.</summary>
    Timestamp = 1,

    /// <summary>The seed of a random generator.</summary>
    RandomSeed = 2,

    /// <summary>A fresh id.</summary>
    Id = 3,

    /// <summary>An environment variable.</summary>
    Environment = 4,

    /// <summary>Something else, which has a name.</summary>
    Named = 5,
}
