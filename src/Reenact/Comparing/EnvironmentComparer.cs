using Reenact.Events;

namespace Reenact.Comparing;

/// <summary>Compares what two sessions ran with: for each model, prompt and so on the versions that were used, in order.</summary>
internal static class EnvironmentComparer
{
    public static IReadOnlyList<ComparedEnvironment> Compare(ComparedSide before, ComparedSide after, ValueDifferences values)
    {
        var differing = new List<ComparedEnvironment>();
        var others = Versions(after);
        foreach (var (key, versions) in Versions(before))
        {
            if (FirstOther(versions, others.Remove(key, out var found) ? found : [], values) is { } difference)
            {
                differing.Add(difference);
            }
        }

        differing.AddRange(others.Values.Select(versions => new ComparedEnvironment { Change = Change.Added, After = versions[0] }));
        return differing;
    }

    private static ComparedEnvironment? FirstOther(List<EnvironmentEvent> before, List<EnvironmentEvent> after, ValueDifferences values)
    {
        for (var index = 0; index < Math.Max(before.Count, after.Count); index++)
        {
            if (index >= before.Count || index >= after.Count)
            {
                return index >= before.Count
                    ? new ComparedEnvironment { Change = Change.Added, After = after[index] }
                    : new ComparedEnvironment { Change = Change.Removed, Before = before[index] };
            }

            var (one, other) = (before[index], after[index]);
            var differences = new List<ValueDifference>();
            ValueDifferences.Compare("version", one.Version, other.Version, differences);
            values.Compare("content", one.Content, other.Content, differences);
            if (differences.Count == 0 && !one.ContentHash.Span.SequenceEqual(other.ContentHash.Span))
            {
                ValueDifferences.Compare("contentHash", Convert.ToHexStringLower(one.ContentHash.Span), Convert.ToHexStringLower(other.ContentHash.Span), differences);
            }

            if (differences.Count > 0)
            {
                return new ComparedEnvironment { Change = Change.Changed, Before = one, After = other, Differences = differences };
            }
        }

        return null;
    }

    private static Dictionary<(EnvironmentKind Kind, string Name), List<EnvironmentEvent>> Versions(ComparedSide side) =>
        side.Environment.GroupBy(used => (used.Environment, used.Name)).ToDictionary(group => group.Key, group => group.ToList());
}
