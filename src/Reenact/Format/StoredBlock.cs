using Reenact.Integrity;

namespace Reenact.Format;

/// <summary>A block as it stands in a store, with its checksum verified.</summary>
/// <param name="Header">The header; only meaningful without a fault.</param>
/// <param name="Bytes">Header, body and padding, or what there is of them.</param>
/// <param name="Fault">Why it is no block.</param>
/// <param name="Reason">The same, to follow the block's number and place in a message.</param>
internal readonly record struct StoredBlock(BlockHeader Header, ReadOnlyMemory<byte> Bytes, BlockFault Fault, string Reason)
{
    public ReadOnlySpan<byte> Body => Bytes.Span.Slice(BlockLayout.HeaderSize, Header.BodyLength);

    public bool HasCleanPadding => Bytes.Span[(BlockLayout.HeaderSize + Header.BodyLength)..].IndexOfAnyExcept((byte)0) < 0;

    public byte[] Leaf() => MerkleHash.BlockLeaf(Bytes.Span[BlockHeader.Hashed], Body);

    /// <summary>Checks that the block is encrypted exactly where its recording is.</summary>
    /// <returns>The block, with a fault where that is not so.</returns>
    public StoredBlock CheckEncryption(bool isEncrypted)
    {
        var belongs = isEncrypted && Header.Type == BlockType.Events;
        if (Fault != BlockFault.None || Header.Flags.HasFlag(BlockFlags.Encrypted) == belongs)
            return this;
        return this with
        {
            Fault = BlockFault.WrongEncryption,
            Reason = belongs ? "is not encrypted, and its recording is; it was put there by somebody without the key"
                : isEncrypted ? "is encrypted, which blocks of its type never are" : "is encrypted, and its recording is not",
        };
    }

    /// <summary>Decrypts an encrypted block.</summary>
    /// <param name="key">The recording's key.</param>
    /// <param name="sessionId">The session's id, big-endian.</param>
    /// <param name="epoch">The epoch that it belongs to; null when that is damaged.</param>
    /// <returns>The block as it would stand there in the clear, or with a fault.</returns>
    public StoredBlock Decrypt(ContentKey key, byte[] sessionId, Epoch? epoch)
    {
        if (epoch is null)
            return this with { Fault = BlockFault.NotAuthentic, Reason = "can't be decrypted, because the epoch block before it is damaged" };
        using var cipher = key.TryDerive(sessionId, epoch.Salt, epoch.Commitment);
        if (cipher is null)
            return this with { Fault = BlockFault.NotAuthentic, Reason = "can't be decrypted, because the epoch block before it was written with another key" };
        if (Header.BodyLength < EpochCipher.TagSize)
            return this with { Fault = BlockFault.NotAuthentic, Reason = "is too short to be encrypted" };

        var length = Header.BodyLength - EpochCipher.TagSize;
        var clear = new byte[BlockLayout.HeaderSize + length];
        if (!cipher.TryDecrypt(Bytes.Span, Body, clear.AsSpan(BlockLayout.HeaderSize)))
            return this with { Fault = BlockFault.NotAuthentic, Reason = "does not decrypt with the recording's key at this place; it was changed on purpose, or belongs elsewhere" };
        return new StoredBlock(Header with { BodyLength = length, Flags = Header.Flags & ~BlockFlags.Encrypted }, clear, BlockFault.None, "");
    }

    public static StoredBlock Read(IBlockStore store, BlockAddress address, ReadOnlySpan<byte> sessionId) =>
        Check(store.ReadBlock(address), address, sessionId);

    /// <summary>Checks what a store has at an address.</summary>
    public static StoredBlock Check(ReadOnlyMemory<byte> bytes, BlockAddress address, ReadOnlySpan<byte> sessionId)
    {
        var span = bytes.Span;
        if (span.IsEmpty)
            return new StoredBlock(default, bytes, BlockFault.Absent, "is not there");
        if (span.Length < BlockLayout.HeaderSize)
            return new StoredBlock(default, bytes, BlockFault.Torn, $"ends after {span.Length} bytes of its header");
        if (span[..BlockLayout.HeaderSize].IndexOfAnyExcept((byte)0) < 0)
            return new StoredBlock(default, bytes, BlockFault.Torn, "is zeros, as a loss of power leaves them");

        var length = BlockLayout.BlockLength(span);
        if (length == 0 || (address.Length != 0 && address.Length != length))
            return new StoredBlock(default, bytes, BlockFault.Damaged, "has a length that can't be right");
        if (span.Length < length)
            return new StoredBlock(default, bytes, BlockFault.Torn, $"ends after {span.Length} of its {length} bytes");

        bytes = bytes[..length];
        span = bytes.Span;
        var header = BlockHeader.Read(span);
        if (!BlockHeader.HasValidChecksum(span, sessionId))
            return new StoredBlock(header, bytes, BlockFault.Damaged, "does not fit its checksum");
        if (header.Number != address.Number)
            return new StoredBlock(header, bytes, BlockFault.Damaged, $"says it is number {header.Number}");
        if ((header.Flags & ~BlockFlags.Known) != 0)
            return new StoredBlock(header, bytes, BlockFault.NeedsNewerReader, $"is stored in a way this reader does not know (flags 0x{(int)header.Flags:X2})");
        return new StoredBlock(header, bytes, BlockFault.None, "");
    }
}
