namespace Reenact;

/// <summary>What of a session that is being recorded survives which failure. Each level promises what those before it do, as far as the store can.</summary>
public enum Durability
{
    /// <summary>An event is handed to the operating system within 200 ms: a process that is killed loses at most what came in that time.</summary>
    Buffered = 0,

    /// <summary>
    /// A process that is killed at any instant loses no event whose call, or statement, had gone on. A loss of power can cost the last
    /// seconds, as with <see cref="Buffered"/>. Stores in files have this level.
    /// </summary>
    EveryEvent = 1,

    /// <summary>
    /// Besides, the start of every recorded call is on disk (fsync) before its body runs, so that no loss of power forgets that a tool or a
    /// service was called. It costs what the disk takes, a millisecond or more for each call.
    /// </summary>
    Durable = 2,
}
