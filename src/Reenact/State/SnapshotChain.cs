using Reenact.Events;
using Reenact.Format;
using Reenact.Values;

namespace Reenact.States;

/// <summary>Puts a state together: a full snapshot, and what has changed since.</summary>
internal static class SnapshotChain
{
    /// <summary>Reads a state.</summary>
    /// <param name="name">The name of the snapshots.</param>
    /// <param name="chain">The numbers of the events, a full snapshot first.</param>
    /// <param name="recording">The recording's path or name.</param>
    /// <param name="source">The events.</param>
    /// <exception cref="RecordingException">An event is damaged, missing or no such snapshot, or there are more than the format allows.</exception>
    public static (RecordedValue State, long? Version) Read(string name, IReadOnlyList<long> chain, string recording, EventSource source)
    {
        if (chain.Count > SnapshotTable.LongestChain + 1)
            throw Wrong(recording, chain[^1], name, $"{chain.Count - 1} deltas lead to it, and the format allows {SnapshotTable.LongestChain}");

        RecordedValue state = default;
        long? version = null;
        foreach (var sequence in chain)
        {
            if (source.Read(sequence) is not SnapshotEvent snapshot || snapshot.Name != name)
                throw Wrong(recording, sequence, name, "the index says so, but it is something else");

            state = Next(state, snapshot, recording);
            version = snapshot.Version;
        }

        return (state, version);
    }

    /// <summary>The state after a snapshot.</summary>
    /// <param name="before">The state of the snapshot of the same name before it; absent when there is none.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="recording">The recording's path or name.</param>
    /// <exception cref="RecordingException">It doesn't fit the state before it.</exception>
    public static RecordedValue Next(RecordedValue before, SnapshotEvent snapshot, string recording)
    {
        if (snapshot.State.IsAbsent)
            throw Wrong(recording, snapshot.Sequence, snapshot.Name, "it has no state");
        if (!snapshot.IsDelta)
            return snapshot.State;
        if (before.IsAbsent)
            throw Wrong(recording, snapshot.Sequence, snapshot.Name, "it says what has changed since a snapshot that is lost");

        try
        {
            return new RecordedValue(DeltaReader.Apply(before.Bytes, snapshot.State.Bytes), snapshot.State.Blobs);
        }
        catch (ValueFormatException exception)
        {
            throw Wrong(recording, snapshot.Sequence, snapshot.Name, exception.Message.TrimEnd('.'), exception);
        }
    }

    private static RecordingException Wrong(string recording, long sequence, string name, string what, Exception? inner = null) => new(
        RecordingErrorKind.Damaged, recording,
        $"{recording}: event {sequence}, a snapshot of \"{TextEscape.Message(name)}\", can't be put together: {what}. Look at the state as of another event, or get an undamaged copy.",
        offset: null, inner);
}
