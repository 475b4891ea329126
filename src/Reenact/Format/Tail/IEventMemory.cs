namespace Reenact.Format;

/// <summary>
/// Where the events of the block being filled are kept: in the memory of the process, or where they outlive it. Thread-safe.
/// </summary>
internal interface IEventMemory : IDisposable
{
    /// <summary>Whether the events can be read after the process is gone.</summary>
    bool OutlivesProcess { get; }

    /// <summary>What the checksums of frames begin with.</summary>
    Crc32C Seed { get; }

    /// <summary>Takes an empty chunk.</summary>
    /// <param name="size">How large it must be, at least.</param>
    /// <exception cref="RecordingException">There is no more room.</exception>
    EventChunk Rent(int size);

    /// <summary>Gives a chunk back whose events are in the recording.</summary>
    void Return(EventChunk chunk);

    /// <summary>Removes what was kept: the recording has it all. Nothing is rented after it.</summary>
    void Remove();
}
