using System.Buffers.Binary;
using System.Security.Cryptography;
using Reenact.Keys;

namespace Reenact.Format;

/// <summary>
/// AES-256-GCM with what is derived for one epoch of a recording, or for its seal: HKDF-SHA256 over the session's key and a salt gives a key, a base nonce, and a
/// commitment, by which a reader knows that its key is the one that was written with: GCM alone can be made to accept two. Encrypting is done by one thread;
/// decrypting is thread-safe.
/// </summary>
internal sealed class EpochCipher : IDisposable
{
    /// <summary>The length of the tag, which follows what is encrypted.</summary>
    public const int TagSize = 16;

    /// <summary>The length of a commitment.</summary>
    public const int CommitmentSize = 32;

    private const int KeySize = 32;
    private const int NonceSize = 12;
    private const int SessionIdSize = 16;
    private const int AssociatedSize = SessionIdSize + BlockLayout.HeaderSize - 8;

    // Key, base nonce and commitment, one after the other; pinned, so that the collector leaves no copies of it behind.
    private readonly byte[] derived = GC.AllocateArray<byte>(KeySize + NonceSize + CommitmentSize, pinned: true);
    private readonly byte[] sessionId;
    private int last = -1;

    private EpochCipher(byte[] sessionId) => this.sessionId = sessionId;

    /// <summary>What the epoch block, or the seal, holds of the key.</summary>
    public ReadOnlySpan<byte> Commitment => derived.AsSpan(KeySize + NonceSize);

    private static ReadOnlySpan<byte> Label => "reenact/v1"u8;

    /// <summary>Derives what one epoch is encrypted with.</summary>
    /// <param name="key">The session's key.</param>
    /// <param name="sessionId">The session's id, big-endian.</param>
    /// <param name="salt">The salt of the epoch, or of the seal.</param>
    public static EpochCipher Derive(SessionKey key, byte[] sessionId, ReadOnlySpan<byte> salt)
    {
        var cipher = new EpochCipher(sessionId);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Bytes, cipher.derived, salt, [.. Label, .. sessionId]);
        return cipher;
    }

    /// <summary>Encrypts in place, once for each number at most, and numbers ascending: no nonce is used twice.</summary>
    /// <param name="header">The block's header, all but its checksum.</param>
    /// <param name="content">What to encrypt, and room for the tag after it.</param>
    /// <exception cref="InvalidOperationException">The number was used.</exception>
    public void Encrypt(ReadOnlySpan<byte> header, Span<byte> content)
    {
        var number = BlockHeader.Read(header).Number;
        if (number <= last)
            throw new InvalidOperationException($"Block {number} can't be encrypted after block {last} of the same epoch: its nonce could be used twice.");
        last = number;
        Span<byte> nonce = stackalloc byte[NonceSize];
        Span<byte> associated = stackalloc byte[AssociatedSize];
        Prepare(header, nonce, associated);
        using var gcm = new AesGcm(derived.AsSpan(0, KeySize), TagSize);
        var text = content[..^TagSize];
        gcm.Encrypt(nonce, text, text, content[^TagSize..], associated);
    }

    /// <summary>Decrypts and checks.</summary>
    /// <param name="header">The header of the block.</param>
    /// <param name="content">What is encrypted, and the tag after it.</param>
    /// <param name="text">As long as the content without its tag.</param>
    /// <returns>Whether it is what was encrypted with this key for that block; if not, nothing is decrypted.</returns>
    public bool TryDecrypt(ReadOnlySpan<byte> header, ReadOnlySpan<byte> content, Span<byte> text)
    {
        Span<byte> nonce = stackalloc byte[NonceSize];
        Span<byte> associated = stackalloc byte[AssociatedSize];
        Prepare(header, nonce, associated);
        using var gcm = new AesGcm(derived.AsSpan(0, KeySize), TagSize);
        try
        {
            gcm.Decrypt(nonce, content[..^TagSize], content[^TagSize..], text, associated);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    /// <summary>Erases what was derived from memory.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(derived);

    private void Prepare(ReadOnlySpan<byte> header, Span<byte> nonce, Span<byte> associated)
    {
        // The block's number, as in its header, over the last four bytes of the base nonce.
        derived.AsSpan(KeySize, NonceSize).CopyTo(nonce);
        var end = nonce[^sizeof(uint)..];
        BinaryPrimitives.WriteUInt32LittleEndian(end, BinaryPrimitives.ReadUInt32LittleEndian(end) ^ (uint)BlockHeader.Read(header).Number);
        sessionId.CopyTo(associated);
        header[BlockHeader.Hashed].CopyTo(associated[SessionIdSize..]);
    }
}
