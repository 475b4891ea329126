namespace Reenact.Comparing;

/// <summary>Two elements that were matched, or one without a counterpart.</summary>
/// <param name="Before">Its index; −1 for none.</param>
/// <param name="After">Its index; −1 for none.</param>
internal readonly record struct AlignedPair(int Before, int After);
