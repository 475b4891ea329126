using Reenact.Events;

namespace Reenact.States;

/// <summary>The states of recorded snapshots, as a replay comes to them: mostly one after the other, so that each delta is applied once. Not thread-safe.</summary>
internal sealed class ReplayedStates(Recording recording)
{
    private readonly Dictionary<string, (long Sequence, RecordedValue State)> last = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = [.. recording.StateAt(long.MaxValue).Snapshots.Select(static snapshot => snapshot.Name)];

    /// <summary>Whether there are snapshots of a name.</summary>
    public bool Has(string name) => names.Contains(name);

    /// <summary>The whole state of a snapshot.</summary>
    /// <exception cref="RecordingException">It, or one that it builds on, is damaged, or can't be read.</exception>
    public RecordedValue Of(SnapshotEvent snapshot)
    {
        var state = last.TryGetValue(snapshot.Name, out var known) && snapshot.IsDelta && recording.StateAt(snapshot.Sequence - 1).TryFind(snapshot.Name, out var before) && before.Event == known.Sequence
            ? SnapshotChain.Next(known.State, snapshot, recording.Path)
            : recording.StateAt(snapshot.Sequence)[snapshot.Name].Value;
        last[snapshot.Name] = (snapshot.Sequence, state);
        return state;
    }
}
