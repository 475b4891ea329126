namespace Reenact.Format;

/// <summary>What the index says of a block before the seal.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="FirstSequence">The sequence number of its first event, or of the next one where it has none.</param>
/// <param name="EventCount">How many events it holds.</param>
/// <param name="FirstTime">When its first event was, in ticks since the session's start; that of the block before where it has none.</param>
internal readonly record struct IndexedBlock(BlockAddress Address, long FirstSequence, int EventCount, long FirstTime);
