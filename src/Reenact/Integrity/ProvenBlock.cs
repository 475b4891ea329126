using System.Security.Cryptography;
using Reenact.Format;

namespace Reenact.Integrity;

/// <summary>What a proof says about the block of a recording that it is about, all of which its leaf covers. Immutable.</summary>
/// <remarks>
/// In a proof it is the extra data: a byte 1, bytes 8 to 31 of the block's header and the SHA-256 of its body as stored; or a byte 2, the same bytes of the header and
/// the body itself.
/// </remarks>
public sealed class ProvenBlock
{
    private const byte Hashed = 1;
    private const byte Whole = 2;
    private static readonly int HeaderPart = BlockLayout.HeaderSize - BlockHeader.Hashed.Start.Value;

    private readonly byte[] leaf;

    private ProvenBlock(BlockHeader header, byte[] leaf, byte[]? body)
    {
        this.leaf = leaf;
        Number = header.Number;
        FirstEvent = (long)header.FirstSequence;
        EventCount = header.EventCount;
        if (body is not null)
            Body = body;
    }

    /// <summary>The block's number, from 0.</summary>
    public int Number { get; }

    /// <summary>The number of its first event; of a block without events, of the next to come.</summary>
    public long FirstEvent { get; }

    /// <summary>How many events it holds.</summary>
    public int EventCount { get; }

    /// <summary>The block's body as stored, where the proof holds it; else null.</summary>
    public ReadOnlyMemory<byte>? Body { get; }

    /// <summary>The hash of its leaf: 32 bytes.</summary>
    public ReadOnlyMemory<byte> LeafHash => leaf;

    internal static byte[] Write(StoredBlock block, bool withBody)
    {
        var header = block.Bytes.Span[BlockHeader.Hashed];
        return withBody ? [Whole, .. header, .. block.Body] : [Hashed, .. header, .. SHA256.HashData(block.Body)];
    }

    internal static ProvenBlock? TryRead(ReadOnlySpan<byte> extra)
    {
        if (extra.Length < 1 + HeaderPart || extra[0] is not (Hashed or Whole) || (extra[0] == Hashed && extra.Length != 1 + HeaderPart + MerkleHash.Size))
            return null;

        var header = extra.Slice(1, HeaderPart);
        var rest = extra[(1 + HeaderPart)..];
        var body = extra[0] == Whole ? rest.ToArray() : null;
        var leaf = MerkleHash.Leaf([.. header, .. body is null ? rest.ToArray() : SHA256.HashData(body)]);
        return new ProvenBlock(BlockHeader.Read([.. new byte[BlockHeader.Hashed.Start.Value], .. header]), leaf, body);
    }
}
