using System.Buffers;
using System.Text;
using MessagePack;
using Reenact.Events;
using Reenact.Integrity;

namespace Reenact.Format;

/// <summary>
/// The body of a seal block: <c>[leaves, root, signatures or nil, length of the cache after decompression or 0, cache or nil]</c>, and in an encrypted recording
/// <c>salt, key commitment</c> after it, with which the cache is encrypted.
/// </summary>
/// <param name="Leaves">The number of blocks before the seal, each a leaf of the Merkle tree.</param>
/// <param name="Root">The root of that tree.</param>
/// <param name="Signatures">The signature lines of the checkpoint; empty when it is not signed.</param>
/// <param name="Cache">The <see cref="SealCache"/>, decompressed; empty when it would not fit, or there is no key for it, and readers scan.</param>
/// <param name="HasCache">Whether there is one, readable or not.</param>
internal sealed record Seal(long Leaves, byte[] Root, string Signatures, byte[] Cache, bool HasCache)
{
    public Seal(long leaves, byte[] root, string signatures, byte[] cache)
        : this(leaves, root, signatures, cache, cache.Length is > 0 and <= BlockLayout.MaxSealCache)
    {
    }

    /// <summary>Writes the body of a seal block.</summary>
    public byte[] Encode() => Encode([], default, out _);

    /// <summary>Writes the body of the seal of an encrypted recording, with room for the tag; what is to be encrypted is in the clear yet.</summary>
    /// <param name="salt">A salt of its own.</param>
    /// <param name="commitment">The commitment to the key that is derived with it.</param>
    /// <param name="secret">Where cache and tag are; empty when there is no cache.</param>
    public byte[] Encode(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> commitment, out Range secret)
    {
        var isEncrypted = !salt.IsEmpty;
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(isEncrypted ? 7 : 5);
        writer.Write(Leaves);
        writer.Write(Root);
        writer.Write(Signatures.Length == 0 ? null : Signatures);
        var length = WriteCache(ref writer, isEncrypted ? EpochCipher.TagSize : 0);
        writer.Flush();
        secret = isEncrypted ? (buffer.WrittenCount - length)..buffer.WrittenCount : default;
        if (isEncrypted)
        {
            writer.Write(salt);
            writer.Write(commitment);
            writer.Flush();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads the body of a seal block.</summary>
    /// <param name="stored">The block, without a fault.</param>
    /// <param name="key">The recording's key. Where it is missing, the seal has no cache that can be read.</param>
    /// <param name="sessionId">The session's id, big-endian.</param>
    /// <returns>Null when it is none.</returns>
    public static Seal? Decode(StoredBlock stored, ContentKey key, byte[] sessionId)
    {
        var tagSize = key.IsEncrypted ? EpochCipher.TagSize : 0;
        var cursor = new MessagePackCursor(stored.Body);
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
        if (!cursor.TryReadBinary(out var held) || held.Length < tagSize || held.Length > BlockLayout.MaxSealCache + tagSize)
            return null;
        if (key.IsLocked)
            return new Seal(leaves, root.ToArray(), signatures, [], HasCache: true);
        if (key.IsEncrypted)
        {
            if (Decrypt(stored, held, cursor, count, key, sessionId) is not { } clear)
                return null;
            held = clear;
        }

        if (cacheLength == 0)
            return new Seal(leaves, root.ToArray(), signatures, held.ToArray());

        if (!ZstdFrame.TryReadContentSize(held, out var size) || size != (ulong)cacheLength)
            return null;
        var cache = new byte[cacheLength];
        return Zstd.Plain.TryDecompress(held, cache) ? new Seal(leaves, root.ToArray(), signatures, cache) : null;
    }

    /// <summary>Decrypts the cache.</summary>
    /// <returns>Null when it is not what was encrypted there.</returns>
    private static byte[]? Decrypt(StoredBlock stored, ReadOnlySpan<byte> held, MessagePackCursor cursor, int count, ContentKey key, byte[] sessionId)
    {
        if (count < 7
            || !cursor.TryReadBinary(out var salt) || salt.Length != Epoch.SaltSize
            || !cursor.TryReadBinary(out var commitment) || commitment.Length != EpochCipher.CommitmentSize)
        {
            return null;
        }

        using var cipher = key.TryDerive(sessionId, salt, commitment);
        var clear = new byte[held.Length - EpochCipher.TagSize];
        return cipher is not null && cipher.TryDecrypt(stored.Bytes.Span, held, clear) ? clear : null;
    }

    /// <returns>The length of what was written and the room after it, without the header before it.</returns>
    private int WriteCache(ref MessagePackWriter writer, int room)
    {
        if (!HasCache)
        {
            writer.Write(0);
            writer.WriteNil();
            return 0;
        }

        var compressed = new byte[Cache.Length];
        var isCompressed = Zstd.Plain.TryCompress(Cache, compressed, out var length) && length < Cache.Length;
        writer.Write(isCompressed ? Cache.Length : 0);
        var held = isCompressed ? compressed.AsSpan(0, length) : Cache;
        writer.WriteBinHeader(held.Length + room);
        writer.WriteRaw(held);
        writer.WriteRaw(new byte[room]);
        return held.Length + room;
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
