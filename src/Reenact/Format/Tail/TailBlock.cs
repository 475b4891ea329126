namespace Reenact.Format;

/// <summary>Events of a tail, as the body of a block.</summary>
/// <param name="FirstSequence">The number of the first.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Body">The events, one after the other.</param>
internal sealed record TailBlock(long FirstSequence, int Count, byte[] Body)
{
    /// <summary>The block as it would stand in the recording, not compressed.</summary>
    public byte[] Encode(int number, ReadOnlySpan<byte> sessionId)
    {
        var block = new byte[BlockLayout.BlockLength(Body.Length)];
        Body.CopyTo(block, BlockLayout.HeaderSize);
        new BlockHeader(Body.Length, BlockType.Events, BlockFlags.None, number, (ulong)FirstSequence, Count, Body.Length).Write(block, sessionId);
        return block;
    }
}
