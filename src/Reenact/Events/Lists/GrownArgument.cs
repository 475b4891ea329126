using Reenact.Values;

namespace Reenact.Events;

/// <summary>An argument that is stored as a list that grew from another, put together when it is asked for. Thread-safe.</summary>
/// <param name="sequence">The number of the event that it stands in.</param>
/// <param name="place">The place of the argument, from 0.</param>
/// <param name="stored">The list as it is stored.</param>
/// <param name="source">Finds what it grew from.</param>
internal sealed class GrownArgument(long sequence, int place, ReadOnlyMemory<byte> stored, IListSource source) : IEquatable<GrownArgument>
{
    private WeakReference<byte[]>? whole; // Each of a long conversation would hold all of it.

    /// <summary>The whole list. Where what it grew from is lost, what is stored: whoever reads that says that it can't be read.</summary>
    public ReadOnlyMemory<byte> Bytes
    {
        get
        {
            if (whole is null || !whole.TryGetTarget(out var bytes))
            {
                bytes = Resolve().ToArray();
                Volatile.Write(ref whole, new WeakReference<byte[]>(bytes));
            }

            return bytes;
        }
    }

    public bool Equals(GrownArgument? other) =>
        other is not null && sequence == other.Sequence && place == other.Place && stored.Equals(other.Stored) && ReferenceEquals(source, other.Source);

    public override bool Equals(object? other) => Equals(other as GrownArgument);

    public override int GetHashCode() => HashCode.Combine(sequence, stored);

    private long Sequence => sequence;

    private int Place => place;

    private ReadOnlyMemory<byte> Stored => stored;

    private IListSource Source => source;

    private ReadOnlyMemory<byte> Resolve()
    {
        try
        {
            return ListChain.Whole(sequence, place, stored, source) is { IsEmpty: false } found ? found : stored;
        }
        catch (Exception exception) when (exception is ValueFormatException || (exception is RecordingException lost && RecordingProblem.KindOf(lost) is not null))
        {
            return stored;
        }
    }
}
