namespace Reenact.Format;

/// <summary>
/// Holds one recording: a preamble, numbered blocks and a trailer, all of them opaque bytes. A file is one
/// implementation; a database row or an object per block is another.
/// </summary>
/// <remarks>
/// <para>Writing is done by one thread at a time. Reading must be thread-safe, also while another thread writes.</para>
/// <para>Every failure is a <see cref="RecordingException"/> that names the store, the place and the remedy.</para>
/// </remarks>
public interface IBlockStore : IDisposable
{
    /// <summary>The name of the store in messages: a path, a key.</summary>
    string Name { get; }

    /// <summary>The number of bytes of everything stored.</summary>
    long Length { get; }

    /// <summary>Begins a recording.</summary>
    /// <param name="preamble">128 bytes.</param>
    void WritePreamble(ReadOnlySpan<byte> preamble);

    /// <summary>Writes a block after all others, or once more in place of one whose writing failed.</summary>
    /// <param name="address">Its place; the length is that of <paramref name="block"/>.</param>
    /// <param name="block">Header, body and padding.</param>
    void WriteBlock(BlockAddress address, ReadOnlySpan<byte> block);

    /// <summary>Ends a recording.</summary>
    /// <param name="address">The place after the last block.</param>
    /// <param name="trailer">32 bytes.</param>
    void WriteTrailer(BlockAddress address, ReadOnlySpan<byte> trailer);

    /// <summary>Hands everything written to the operating system or the server.</summary>
    /// <param name="durable">Whether to return only when it survives a loss of power.</param>
    void Flush(bool durable);

    /// <summary>Removes the block at an address, all blocks after it, and the trailer.</summary>
    /// <param name="address">The place of the first block to remove; its length doesn't matter.</param>
    void Truncate(BlockAddress address);

    /// <summary>Reads the preamble.</summary>
    /// <returns>128 bytes, or fewer when there are no more.</returns>
    ReadOnlyMemory<byte> ReadPreamble();

    /// <summary>Reads a block.</summary>
    /// <param name="address">Its place. Without a length, a file finds it in the block's first four bytes.</param>
    /// <returns>Header, body and padding. Fewer bytes where the recording ends early or the length can't be right; none where there is no block.</returns>
    ReadOnlyMemory<byte> ReadBlock(BlockAddress address);

    /// <summary>Reads the last bytes, where the trailer is if there is one.</summary>
    /// <returns>32 bytes, or fewer when there are no more.</returns>
    ReadOnlyMemory<byte> ReadTrailer();
}
