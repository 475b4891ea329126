namespace Reenact.Comparing;

/// <summary>Finds which difference came first.</summary>
internal static class DifferenceOrder
{
    public static FirstDifference? First(SessionComparison comparison)
    {
        FirstDifference? first = FirstCall(comparison.Calls);
        if (comparison.Captured is [var captured, ..])
        {
            first = Earlier(new FirstDifference(FirstDifferenceKind.Captured, 0, 0, captured.Path, captured, null), first);
        }

        foreach (var environment in comparison.Environment)
        {
            var what = $"{environment.Kind.ToString().ToLowerInvariant()} {Values.TextEscape.Message(environment.Name)}";
            first = Earlier(
                new FirstDifference(
                    FirstDifferenceKind.Environment, environment.Before?.Sequence, environment.After?.Sequence, what, FirstOf(environment.Differences), null),
                first);
        }

        if (comparison.Decisions.FirstOrDefault(decision => decision.Change != Change.Same) is { } decided)
        {
            first = Earlier(
                new FirstDifference(
                    FirstDifferenceKind.Decision, decided.Before?.Sequence, decided.After?.Sequence, decided.Name, FirstOf(decided.Differences), null),
                first);
        }

        return first ?? (comparison.Outcome.Concat(comparison.Output).FirstOrDefault() is { } ending
            ? new FirstDifference(FirstDifferenceKind.End, comparison.Before.End?.Sequence, comparison.After.End?.Sequence, ending.Path, ending, null)
            : null);
    }

    /// <summary>What comes first in a session that has both; where each is in another session only, the second stays.</summary>
    private static FirstDifference Earlier(FirstDifference one, FirstDifference? other)
    {
        if (other is null)
        {
            return one;
        }

        if (one.EventBefore is { } before && other.EventBefore is { } otherBefore)
        {
            return before < otherBefore ? one : other;
        }

        return one.EventAfter is { } after && other.EventAfter is { } otherAfter && after < otherAfter ? one : other;
    }

    private static ValueDifference? FirstOf(IReadOnlyList<ValueDifference> differences) => differences.Count > 0 ? differences[0] : null;

    private static FirstDifference? FirstCall(IReadOnlyList<ComparedCall> calls)
    {
        ComparedCall? around = null;
        while (calls.FirstOrDefault(call => call.HasDifferences) is { } call)
        {
            around = call;
            if (call.Change is Change.Added or Change.Removed || call.Arguments.Count > 0 || call.Captured.Count > 0)
            {
                break;
            }

            calls = call.Children;
        }

        return around is null ? null : Describe(around);
    }

    private static FirstDifference Describe(ComparedCall call)
    {
        var (before, after) = (call.Before?.Start.Sequence, call.After?.Start.Sequence);
        var name = call.Either.Method.Name;
        return call switch
        {
            { Change: Change.Removed } => new(FirstDifferenceKind.CallRemoved, before, null, name, null, call),
            { Change: Change.Added } => new(FirstDifferenceKind.CallAdded, null, after, name, null, call),
            { Arguments: [var argument, ..] } => new(FirstDifferenceKind.Arguments, before, after, name, argument, call),
            { Captured: [var captured, ..] } => new(FirstDifferenceKind.Captured, before, after, name, captured, call),
            _ => new(FirstDifferenceKind.Result, call.Before?.LastEvent?.Sequence ?? before, call.After?.LastEvent?.Sequence ?? after, name, FirstOf(call.Results), call),
        };
    }
}
