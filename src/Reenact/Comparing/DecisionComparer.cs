using Reenact.Events;
using Reenact.Values;

namespace Reenact.Comparing;

/// <summary>Aligns and compares the decisions of two sessions, in order.</summary>
internal static class DecisionComparer
{
    public static IReadOnlyList<ComparedDecision> Compare(ComparedSide before, ComparedSide after, ValueDifferences values, AlignmentBudget budget)
    {
        var compared = new List<ComparedDecision>();
        foreach (var (one, other) in SequenceAlignment.Align(new Alignment(before, after), budget))
        {
            var (decision, counterpart) = (one < 0 ? null : before.Decisions[one], other < 0 ? null : after.Decisions[other]);
            var differences = new List<ValueDifference>();
            if (decision is not null && counterpart is not null)
            {
                values.Compare("chosen", decision.Chosen, counterpart.Chosen, differences);
            }

            compared.Add(new ComparedDecision
            {
                Change = decision is null ? Change.Added : counterpart is null ? Change.Removed : differences.Count == 0 ? Change.Same : Change.Changed,
                Before = decision,
                After = counterpart,
                Differences = differences,
            });
        }

        return compared;
    }

    private sealed class Alignment(ComparedSide before, ComparedSide after) : IAlignable
    {
        private readonly ContentHash[] keysBefore = [.. before.Decisions.Select(before.Digest)];
        private readonly ContentHash[] keysAfter = [.. after.Decisions.Select(after.Digest)];

        public int CountBefore => keysBefore.Length;

        public int CountAfter => keysAfter.Length;

        public ContentHash KeyBefore(int index) => keysBefore[index];

        public ContentHash KeyAfter(int index) => keysAfter[index];

        public int Cost(int one, int other)
        {
            if (keysBefore[one] == keysAfter[other])
            {
                return 0;
            }

            return before.Decisions[one].Name == after.Decisions[other].Name ? SequenceAlignment.Gap / 2 : SequenceAlignment.NoMatch;
        }
    }
}
