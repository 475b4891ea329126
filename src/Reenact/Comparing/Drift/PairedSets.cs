namespace Reenact.Comparing;

/// <summary>Two sets of sessions, and which of them belong together.</summary>
internal sealed class PairedSets
{
    /// <summary>Sets belong together when that share of each has a counterpart in the other.</summary>
    private const double EnoughPaired = 0.8;
    private const int FewestPairs = 5;

    private PairedSets(IReadOnlyList<SessionMeasures> before, IReadOnlyList<SessionMeasures> after)
    {
        Before = before;
        After = after;
        GroupsBefore = [.. Enumerable.Range(0, before.Count)];
        GroupsAfter = [.. Enumerable.Range(0, after.Count)];
    }

    public IReadOnlyList<SessionMeasures> Before { get; private init; }

    public IReadOnlyList<SessionMeasures> After { get; private init; }

    public DriftPairing Pairing { get; private init; }

    public bool IsPaired => Pairing != DriftPairing.None;

    /// <summary>For each session the number of its task; of independent sets, its own.</summary>
    public int[] GroupsBefore { get; private init; }

    /// <summary>For each session the number of its task; of independent sets, its own.</summary>
    public int[] GroupsAfter { get; private init; }

    /// <summary>How many tasks there are; of independent sets none.</summary>
    public int Pairs { get; private init; }

    /// <summary>Whether each task has one session on each side.</summary>
    public bool IsOneToOne => IsPaired && Before.Count == Pairs && After.Count == Pairs;

    public static PairedSets Make(IReadOnlyList<SessionMeasures> before, IReadOnlyList<SessionMeasures> after, string taskTag)
    {
        (DriftPairing, Func<SessionMeasures, string?>)[] ways =
        [
            (DriftPairing.Parent, session => session.ParentSession ?? session.SessionId.ToString()),
            (DriftPairing.Task, session => session.Info.Tags?.GetValueOrDefault(taskTag)),
            (DriftPairing.Conversation, session => session.Info.ConversationId),
            (DriftPairing.FileName, session => Path.GetFileName(session.Path)),
        ];
        foreach (var (pairing, key) in ways)
        {
            var shared = before.Select(key).OfType<string>().Intersect(after.Select(key).OfType<string>(), StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            if (shared.Count < FewestPairs)
            {
                continue;
            }

            var numbers = shared.Index().ToDictionary(entry => entry.Item, entry => entry.Index, StringComparer.Ordinal);
            List<SessionMeasures> one = [.. before.Where(IsShared)], other = [.. after.Where(IsShared)];
            if (one.Count >= EnoughPaired * before.Count && other.Count >= EnoughPaired * after.Count)
            {
                return new PairedSets(one, other)
                {
                    Pairing = pairing,
                    Pairs = shared.Count,
                    GroupsBefore = [.. one.Select(session => numbers[key(session)!])],
                    GroupsAfter = [.. other.Select(session => numbers[key(session)!])],
                };
            }

            bool IsShared(SessionMeasures session) => key(session) is { } name && numbers.ContainsKey(name);
        }

        return new PairedSets(before, after);
    }

    /// <summary>The mean of each task, after less before.</summary>
    public double[] Differences(Func<SessionMeasures, double> value)
    {
        var (before, after) = (GroupMeans(Before, GroupsBefore, value), GroupMeans(After, GroupsAfter, value));
        return [.. after.Zip(before, (one, other) => one - other)];
    }

    /// <summary>The mean of all sessions of each set; of pairs, of the means of the tasks, so that it is their difference that is told.</summary>
    public (double Before, double After) Means(Func<SessionMeasures, double> value) => IsPaired
        ? (GroupMeans(Before, GroupsBefore, value).Average(), GroupMeans(After, GroupsAfter, value).Average())
        : (Before.Average(value), After.Average(value));

    private double[] GroupMeans(IReadOnlyList<SessionMeasures> sessions, int[] groups, Func<SessionMeasures, double> value)
    {
        var (sums, counts) = (new double[Pairs], new int[Pairs]);
        for (var index = 0; index < sessions.Count; index++)
        {
            sums[groups[index]] += value(sessions[index]);
            counts[groups[index]]++;
        }

        return [.. sums.Zip(counts, (sum, count) => sum / count)];
    }
}
