using Reenact.Events;
using Reenact.Values;

namespace Reenact.Comparing;

/// <summary>
/// The calls under one parent: equal method and arguments cost nothing, the same method with other arguments what they differ by, and
/// calls of different methods are never matched.
/// </summary>
internal sealed class CallAlignment : IAlignable
{
    /// <summary>The least that other arguments cost; they add up to at most a gap.</summary>
    private const int OtherArguments = 200;

    private readonly CallDigest[] before;
    private readonly CallDigest[] after;

    public CallAlignment(ComparedSide before, IReadOnlyList<RecordedSpan> callsBefore, ComparedSide after, IReadOnlyList<RecordedSpan> callsAfter)
    {
        this.before = [.. callsBefore.Select(before.Digest)];
        this.after = [.. callsAfter.Select(after.Digest)];
    }

    public int CountBefore => before.Length;

    public int CountAfter => after.Length;

    public ContentHash KeyBefore(int index) => before[index].Key;

    public ContentHash KeyAfter(int index) => after[index].Key;

    public int Cost(int before, int after)
    {
        var (one, other) = (this.before[before], this.after[after]);
        if (one.Method != other.Method)
        {
            return SequenceAlignment.NoMatch;
        }

        return one.Key == other.Key
            ? 0
            : OtherArguments + (int)((SequenceAlignment.Gap - OtherArguments) * FeatureSketch.Distance(one.Sketch, other.Sketch));
    }
}
