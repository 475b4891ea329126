namespace Reenact.Values;

/// <summary>What a comparison of two values found.</summary>
/// <param name="Differences">The first differences, in the order of the expected value.</param>
/// <param name="IsComplete">Whether everything was compared: there may be more differences where not.</param>
internal sealed record ValueComparison(IReadOnlyList<ValueDifference> Differences, bool IsComplete)
{
    /// <summary>Whether the values are known to be the same.</summary>
    public bool AreEqual => IsComplete && Differences.Count == 0;
}
