namespace Reenact.Format;

/// <summary>A store that can keep, in a tail, what has not become a block yet, so that a process that is killed loses no event.</summary>
internal interface ITailedStore
{
    /// <summary>Begins an empty tail, in place of one that is there.</summary>
    /// <param name="header">Where it belongs.</param>
    /// <exception cref="RecordingException">It can't be written; <see cref="RecordingErrorKind.NotSupported"/> where it never can.</exception>
    IEventMemory BeginTail(TailHeader header);

    /// <summary>Reads the tail that is there, which may be written meanwhile.</summary>
    /// <returns>Its bytes; none when there is none.</returns>
    /// <exception cref="RecordingException">It can't be read.</exception>
    ReadOnlyMemory<byte> ReadTail();

    /// <summary>Removes the tail that is there.</summary>
    /// <exception cref="RecordingException">It can't be removed.</exception>
    void RemoveTail();
}
