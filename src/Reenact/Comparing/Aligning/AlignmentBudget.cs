namespace Reenact.Comparing;

/// <summary>How much work all alignments of a comparison may take. Not thread-safe.</summary>
/// <param name="cells">Pairs of elements that may be looked at.</param>
internal sealed class AlignmentBudget(long cells)
{
    private readonly long atOnce = cells / 2;
    private long left = cells;

    /// <summary>Whether an alignment was not looked for in all places, and may not be the best.</summary>
    public bool WasShort { get; private set; }

    /// <summary>Takes what an alignment needs.</summary>
    /// <returns>False when there isn't as much; nothing is taken then.</returns>
    public bool TryTake(long needed)
    {
        if (needed > Math.Min(left, atOnce))
        {
            return false;
        }

        left -= needed;
        return true;
    }

    /// <summary>Takes what there is, up to what is wanted, for an alignment that doesn't look everywhere.</summary>
    public long TakeSome(long wanted)
    {
        WasShort = true;
        var taken = Math.Min(wanted, Math.Min(left, atOnce));
        left -= taken;
        return taken;
    }
}
