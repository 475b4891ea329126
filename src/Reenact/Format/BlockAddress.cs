namespace Reenact.Format;

/// <summary>Where a block is. Stores that keep one row or object per block need the number only; a file needs the place.</summary>
/// <param name="Number">The block's number, from 0.</param>
/// <param name="Offset">The block's first byte, counted from the start of the recording as if it were one file.</param>
/// <param name="Length">The block's length in bytes with header and padding; 0 when it is not known yet.</param>
public readonly record struct BlockAddress(int Number, long Offset, int Length);
