using System.Buffers;
using System.Text;
using MessagePack;
using Reenact.Events;
using Reenact.Integrity;

namespace Reenact.Format;

/// <summary>
/// The body of a seal block: <c>[leaves, root, signatures or nil, length of the cache after decompression or 0, cache or nil]</c>.
/// </summary>
/// <param name="Leaves">The number of blocks before the seal, each a leaf of the Merkle tree.</param>
/// <param name="Root">The root of that tree.</param>
/// <param name="Signatures">The signature lines of the checkpoint; empty when it is not signed.</param>
/// <param name="Cache">The <see cref="SealCache"/>, decompressed; empty when it would not fit, and readers scan.</param>
internal sealed record Seal(long Leaves, byte[] Root, string Signatures, byte[] Cache)
{
    public byte[] Encode()
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(5);
        writer.Write(Leaves);
        writer.Write(Root);
        writer.Write(Signatures.Length == 0 ? null : Signatures);
        WriteCache(ref writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads the body of a seal block.</summary>
    /// <returns>Null when it is none.</returns>
    public static Seal? Decode(ReadOnlySpan<byte> body)
    {
        var cursor = new MessagePackCursor(body);
        if (!cursor.TryReadArrayHeader(out var count) || count < 5
            || !cursor.TryReadInt64(out var leaves)
            || !cursor.TryReadBinary(out var root) || root.Length != MerkleHash.Size
            || !TryReadSignatures(ref cursor, out var signatures)
            || !cursor.TryReadInt32(out var cacheLength) || cacheLength > BlockLayout.MaxSealCache)
        {
            return null;
        }

        if (cursor.TryReadNil())
            return new Seal(leaves, root.ToArray(), signatures, []);
        if (!cursor.TryReadBinary(out var stored) || stored.Length > BlockLayout.MaxSealCache)
            return null;
        if (cacheLength == 0)
            return new Seal(leaves, root.ToArray(), signatures, stored.ToArray());

        if (!ZstdFrame.TryReadContentSize(stored, out var size) || size != (ulong)cacheLength)
            return null;
        var cache = new byte[cacheLength];
        return Zstd.TryDecompress(stored, cache) ? new Seal(leaves, root.ToArray(), signatures, cache) : null;
    }

    private void WriteCache(ref MessagePackWriter writer)
    {
        if (Cache.Length is 0 or > BlockLayout.MaxSealCache)
        {
            writer.Write(0);
            writer.WriteNil();
            return;
        }

        var compressed = new byte[Cache.Length];
        var isCompressed = Zstd.TryCompress(Cache, compressed, out var length) && length < Cache.Length;
        writer.Write(isCompressed ? Cache.Length : 0);
        writer.Write(isCompressed ? compressed.AsSpan(0, length) : Cache);
    }

    private static bool TryReadSignatures(ref MessagePackCursor cursor, out string signatures)
    {
        signatures = "";
        if (cursor.TryReadNil())
            return true;
        if (!cursor.TryReadText(out var utf8) || utf8.Length > SignedNote.MaxSize)
            return false;
        signatures = Encoding.UTF8.GetString(utf8);
        return true;
    }
}
