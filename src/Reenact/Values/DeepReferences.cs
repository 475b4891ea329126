namespace Reenact.Values;

/// <summary>
/// The objects that a value is inside of while it is written, from the level on where few values are: they tell a reference cycle from
/// mere depth. Not thread-safe.
/// </summary>
internal sealed class DeepReferences
{
    private const int MaxPathLength = 240;

    private readonly List<Entry> entries = [];

    /// <summary>Notes an object; what was noted as deep or deeper has ended.</summary>
    /// <param name="rank">How deep it is.</param>
    /// <param name="value">The object.</param>
    /// <param name="start">Where its bytes begin.</param>
    public void Add(int rank, object? value, int start)
    {
        while (entries.Count > 0 && entries[^1].Rank >= rank)
            entries.RemoveAt(entries.Count - 1);

        if (value is not null)
            entries.Add(new Entry(rank, value, start));
    }

    /// <summary>What is thrown where a value is too deep.</summary>
    /// <param name="draft">What is written of it; null when nobody knows.</param>
    public InvalidOperationException TooDeep(IValueDraft? draft)
    {
        var bytes = draft is null ? default : new ReadOnlyMemory<byte>(draft.Bytes.ToArray());
        var steps = draft is null ? [] : PlaceInValue.Before(bytes, bytes.Length);
        return FindCycle() is var (first, again)
            ? Cycle(first, again, draft, steps)
            : new InvalidOperationException(
                $"A recorded value is nested deeper than {ValueLimits.Depth} levels{(draft is null ? "" : $": {Print(draft, steps)}")}. " +
                $"No object among the last {ValueLimits.Depth - ValueLimits.NotedDepth} levels refers to itself: it is just deep. " +
                "Record a flatter value (a list instead of a chain), or leave the member out with [IgnoreRecorded].");
    }

    /// <summary>The two innermost places where the same object stands.</summary>
    private (Entry First, Entry Again)? FindCycle()
    {
        for (var again = entries.Count - 1; again > 0; again--)
        {
            for (var first = again - 1; first >= 0; first--)
            {
                // The rank of what is recorded as something else is that of its place, which the something else has as well.
                if (ReferenceEquals(entries[first].Value, entries[again].Value) && entries[again].Rank - entries[first].Rank > 1)
                    return (entries[first], entries[again]);
            }
        }

        return null;
    }

    private InvalidOperationException Cycle(Entry first, Entry again, IValueDraft? draft, PathStep[] steps)
    {
        const string Remedy = " Break the cycle, or leave a member in it out with [IgnoreRecorded].";
        var type = first.Value.GetType();
        var from = Array.FindIndex(steps, step => step.Start == first.Start) + 1;
        var to = Array.FindIndex(steps, step => step.Start == again.Start) + 1;
        if (draft is null || to <= from)
            return new InvalidOperationException($"A recorded value refers to itself: the same {type} comes again and again.{Remedy}");

        // The cycle began where the path began to repeat.
        var (round, start) = (to - from, from);
        var root = draft.Parameters is null ? 0 : 1;
        while (start > root && steps[start - 1].LeadsAs(steps[start - 1 + round]))
            start--;

        // The round that was found may be the same one begun elsewhere; the object where the path began is in it.
        foreach (var entry in entries)
        {
            var place = Array.FindIndex(steps, step => step.Start == entry.Start) + 1;
            var comesAgain = entries.Exists(other => other != entry && ReferenceEquals(other.Value, entry.Value));
            if (comesAgain && place >= start && (place - start) % round == 0)
                type = entry.Value.GetType();
        }

        return new InvalidOperationException(
            $"A recorded value refers to itself: {Print(draft, steps.AsSpan(0, start + round))} repeats {Print(draft, steps.AsSpan(0, start))}, with the same {type} again and again.{Remedy}");
    }

    private static string Print(IValueDraft draft, ReadOnlySpan<PathStep> steps)
    {
        var root = draft.Name;
        if (draft.Parameters is { } parameters && steps.Length > 0)
        {
            root = steps[0].Index < parameters.Length ? parameters[steps[0].Index] : $"argument {steps[0].Index + 1}";
            steps = steps[1..];
        }

        var path = PathStep.Print(root, steps.ToArray(), NoBlobs.Instance);
        return path.Length <= MaxPathLength ? path : $"{path[..(MaxPathLength / 2)]} … {path[^(MaxPathLength / 2)..]}";
    }

    private readonly record struct Entry(int Rank, object Value, int Start);

    /// <summary>What is being written has its blobs elsewhere; a key that is one is printed without its text.</summary>
    private sealed class NoBlobs : IBlobSource
    {
        public static readonly NoBlobs Instance = new();

        public ReadOnlyMemory<byte> Get(uint id) => throw new ValueFormatException("Its content is not at hand.");
    }
}
