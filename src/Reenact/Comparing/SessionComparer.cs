using Reenact.Events;

namespace Reenact.Comparing;

/// <summary>Puts a comparison together.</summary>
internal static class SessionComparer
{
    public static SessionComparison Compare(Recording before, Recording after, ComparisonOptions options)
    {
        var blobs = new SharedBlobs();
        var methods = new Dictionary<string, int>(StringComparer.Ordinal);
        var (one, other) = (new ComparedSide(before, blobs, methods), new ComparedSide(after, blobs, methods));
        var budget = new AlignmentBudget(options.MaxAlignmentPairs);
        var values = new ValueDifferences(one, other, options.MaxComparedBytes);
        var comparer = new CallComparer(values);
        var tree = new TreeComparer(one, other, comparer, budget);
        var calls = tree.Compare();
        var (times, otherTimes) = (SessionTotals.Of(one, options.Prices), SessionTotals.Of(other, options.Prices));
        var comparison = new SessionComparison
        {
            Before = new ComparedSession(one),
            After = new ComparedSession(other),
            Calls = calls,
            Counts = tree.Counts,
            Decisions = DecisionComparer.Compare(one, other, values, budget),
            Environment = EnvironmentComparer.Compare(one, other, values),
            Captured = comparer.Captured(one.Captured, other.Captured),
            Outcome = Outcomes(one.End, other.End),
            Output = Outputs(one.End, other.End, values),
            Latencies = SessionTotals.Latencies(times, otherTimes),
            Failures = SessionTotals.Failures(times, otherTimes),
            CostBefore = times.Cost,
            CostAfter = otherTimes.Cost,
            FirstDifference = null,
            Limits = [],
        };
        return comparison with { FirstDifference = DifferenceOrder.First(comparison), Limits = Limits(options, budget, values) };
    }

    private static List<ValueDifference> Outcomes(SessionEndedEvent? before, SessionEndedEvent? after)
    {
        var found = new List<ValueDifference>();
        ValueDifferences.Compare("outcome", before?.Outcome.ToString(), after?.Outcome.ToString(), found);
        ValueDifferences.Compare("errorCode", before?.ErrorCode, after?.ErrorCode, found);
        ValueDifferences.Compare("message", before?.Message, after?.Message, found);
        return found;
    }

    private static List<ValueDifference> Outputs(SessionEndedEvent? before, SessionEndedEvent? after, ValueDifferences values)
    {
        var found = new List<ValueDifference>();
        values.Compare("output", before?.FinalOutput ?? default, after?.FinalOutput ?? default, found);
        return found;
    }

    private static List<string> Limits(ComparisonOptions options, AlignmentBudget budget, ValueDifferences values)
    {
        var limits = new List<string>();
        if (budget.WasShort)
        {
            limits.Add(FormattableString.Invariant(
                $"There were too many calls to look at every pair of them (the limit is {options.MaxAlignmentPairs:N0} pairs): they are aligned along calls that each session has once, and another alignment may have fewer differences."));
        }

        if (values.WasShort)
        {
            limits.Add(FormattableString.Invariant(
                $"Not every difference within values is told: 100 at most of one value, and those in the first {options.MaxComparedBytes:N0} bytes of all."));
        }

        return limits;
    }
}
