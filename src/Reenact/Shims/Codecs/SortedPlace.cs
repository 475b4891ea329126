namespace Reenact.Shims;

/// <summary>Where an encoded element or key is that is to be sorted.</summary>
/// <param name="Start">Where its bytes start.</param>
/// <param name="Length">How many there are.</param>
/// <param name="Index">Which one it was before.</param>
internal readonly record struct SortedPlace(int Start, int Length, int Index);
