namespace Reenact.Events;

/// <summary>A list that grew from others, put together. Immutable.</summary>
/// <param name="Bytes">The whole list, an array.</param>
/// <param name="Links">How many lists it grew from, one from the other.</param>
/// <param name="Length">How long all of them are, as they are stored.</param>
internal sealed record WholeList(ReadOnlyMemory<byte> Bytes, int Links, long Length);
