using Reenact.Events;

namespace Reenact.Comparing;

/// <summary>Aligns and compares the calls of two sessions, parent by parent. It needs no stack: calls may be nested as deep as they like.</summary>
internal sealed class TreeComparer(ComparedSide before, ComparedSide after, CallComparer calls, AlignmentBudget budget)
{
    private long same;
    private long changed;
    private long removed;
    private long added;

    public CallCounts Counts => new(same, changed, removed, added);

    /// <summary>Compares.</summary>
    /// <returns>The calls that the sessions themselves made.</returns>
    public IReadOnlyList<ComparedCall> Compare()
    {
        var roots = new List<ComparedCall>();
        var waiting = new Stack<(IReadOnlyList<RecordedSpan> Before, IReadOnlyList<RecordedSpan> After, List<ComparedCall> Target)>();
        var parents = new List<ComparedCall>();
        waiting.Push((before.Calls, after.Calls, roots));
        while (waiting.TryPop(out var level))
        {
            foreach (var (one, other) in SequenceAlignment.Align(new CallAlignment(before, level.Before, after, level.After), budget))
            {
                var children = new List<ComparedCall>();
                var call = one < 0
                    ? OneSided(Change.Added, null, level.After[other], ref added)
                    : other < 0
                        ? OneSided(Change.Removed, level.Before[one], null, ref removed)
                        : Matched(level.Before[one], level.After[other], children);
                level.Target.Add(call);
                if (call is { Before.Children: var inside, After.Children: var insideAfter } && inside.Count + insideAfter.Count > 0)
                {
                    parents.Add(call);
                    waiting.Push((inside, insideAfter, children));
                }
            }
        }

        // A parent was noted before what is in it.
        for (var index = parents.Count - 1; index >= 0; index--)
        {
            parents[index].HasDifferences |= parents[index].Children.Any(child => child.HasDifferences);
        }

        return roots;
    }

    private ComparedCall Matched(RecordedSpan one, RecordedSpan other, List<ComparedCall> children)
    {
        var call = new ComparedCall
        {
            Before = one,
            After = other,
            Arguments = calls.Arguments(one, other),
            Results = calls.Results(one, other),
            Captured = calls.Captured(one.Events, other.Events),
            Children = children,
        };
        var isSame = call.Arguments.Count + call.Results.Count + call.Captured.Count == 0;
        _ = isSame ? same++ : changed++;
        return call with { Change = isSame ? Change.Same : Change.Changed, HasDifferences = !isSame };
    }

    private static ComparedCall OneSided(Change change, RecordedSpan? one, RecordedSpan? other, ref long count)
    {
        var waiting = new Stack<RecordedSpan>([one ?? other!]);
        while (waiting.TryPop(out var call))
        {
            count++;
            foreach (var child in call.Children)
            {
                waiting.Push(child);
            }
        }

        return new ComparedCall { Change = change, Before = one, After = other, HasDifferences = true };
    }
}
