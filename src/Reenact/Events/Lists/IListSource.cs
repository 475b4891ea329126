namespace Reenact.Events;

/// <summary>Finds the arguments that lists grew from.</summary>
internal interface IListSource
{
    /// <summary>An argument of a call, as it is stored.</summary>
    /// <param name="sequence">The number of the event that starts the call.</param>
    /// <param name="place">The argument's place, from 0.</param>
    /// <returns>Empty when there is none.</returns>
    /// <exception cref="RecordingException">Its block is damaged, or can't be read.</exception>
    /// <exception cref="ValueFormatException">Its blob is.</exception>
    ReadOnlyMemory<byte> FindArgument(long sequence, int place);

    /// <summary>An argument that was put together lately; null when it has to be again.</summary>
    WholeList? FindWhole(long sequence, int place);

    /// <summary>Remembers one that was put together: the next list grew from it, most often.</summary>
    void Keep(long sequence, int place, WholeList whole);
}
