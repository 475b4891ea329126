namespace Reenact.Comparing;

/// <summary>A part of each of two sequences; the ends are not part of it.</summary>
internal readonly record struct AlignmentRange(int BeforeFrom, int BeforeTo, int AfterFrom, int AfterTo)
{
    public int CountBefore => BeforeTo - BeforeFrom;

    public int CountAfter => AfterTo - AfterFrom;

    /// <summary>How many pairs of elements there are.</summary>
    public long Cells => (long)CountBefore * CountAfter;
}
