using Reenact.Events;
using Reenact.Values;

namespace Reenact.Cli;

/// <summary>What the outline says of snapshots: of one that holds what has changed, that, in words.</summary>
internal sealed class SnapshotText(Recording recording)
{
    /// <summary>How many changes stand on one line; the line is cut to its width anyway.</summary>
    private const int MostChanges = 5;

    /// <summary>The whole state; absent when it is damaged.</summary>
    public RecordedValue Whole(SnapshotEvent snapshot)
    {
        if (!snapshot.IsDelta)
        {
            return snapshot.State;
        }

        try
        {
            return recording.StateAt(snapshot.Sequence).TryFind(snapshot.Name, out var whole) ? whole.Value : default;
        }
        catch (RecordingException)
        {
            return default;
        }
    }

    /// <summary>The state on one line, or how it has changed: <c>Lines[3].Quantity: 1 → 2</c>.</summary>
    public string OneLine(SnapshotEvent snapshot, int room)
    {
        if (!snapshot.IsDelta)
        {
            return ValueDisplay.OneLine(snapshot.State, room);
        }

        var after = Whole(snapshot);
        if (after.IsAbsent || Before(snapshot) is not { IsAbsent: false } before)
        {
            return "<damaged>";
        }

        var comparison = ValueComparer.Compare("", ValueDisplay.Encoded(before), ValueDisplay.Encoded(after));
        var changes = comparison.Differences.Take(MostChanges).Select(Change).ToList();
        return changes.Count switch
        {
            0 when comparison.IsComplete => "unchanged",
            0 => "changed",
            _ => string.Join(", ", changes) + (comparison.Differences.Count > MostChanges || !comparison.IsComplete ? ", …" : ""),
        };
    }

    private RecordedValue Before(SnapshotEvent snapshot)
    {
        try
        {
            return recording.StateAt(snapshot.Sequence - 1).TryFind(snapshot.Name, out var before) ? before.Value : default;
        }
        catch (RecordingException)
        {
            return default;
        }
    }

    private static string Change(ValueDifference difference)
    {
        var path = difference.Path.Length == 0 ? "" : $"{difference.Path.TrimStart('.')}: ";
        return difference.Kind switch
        {
            ValueDifferenceKind.Added => $"{path}added {difference.Actual}",
            ValueDifferenceKind.Removed => $"{path}removed {difference.Expected}",
            _ => $"{path}{difference.Expected} → {difference.Actual}",
        };
    }
}
