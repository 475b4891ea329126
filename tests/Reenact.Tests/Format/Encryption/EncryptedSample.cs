using System.Security.Cryptography;
using Reenact.Format;
using Reenact.Keys;
using Reenact.Tests.Keys;
using Xunit;

namespace Reenact.Tests.Format.Encryption;

/// <summary>Encrypted recordings, and ways to forge them: whoever changes a block makes its checksum anew, which needs no key.</summary>
internal static class EncryptedSample
{
    public static readonly Guid SessionId = Guid.CreateVersion7();
    public static readonly Guid KeyId = Guid.NewGuid();
    public static readonly byte[] KeyBytes = SHA256.HashData("the session's key"u8);

    public static MemoryKeyStore Keys => new MemoryKeyStore().With(KeyId, KeyBytes);

    public static SessionKey Key() => new(KeyId, KeyBytes);

    /// <summary>The recording of <see cref="RecordingBuilder.Sample"/>, encrypted.</summary>
    public static RecordingBuilder Build(Guid? sessionId = null) => RecordingBuilder.Sample(key: Key(), sessionId: sessionId ?? SessionId);

    public static Recording Open(byte[] recording, OnDamage onDamage = OnDamage.Throw) =>
        Recording.Open(new MemoryBlockStore(recording), new RecordingOpenOptions { KeyStore = Keys, OnDamage = onDamage });

    public static List<BlockAddress> Blocks(byte[] recording)
    {
        var blocks = new List<BlockAddress>();
        var at = BlockLayout.PreambleSize;
        while (at + BlockLayout.HeaderSize <= recording.Length && BlockLayout.BlockLength(recording.AsSpan(at)) is var length && at + length <= recording.Length)
        {
            blocks.Add(new BlockAddress(blocks.Count, at, length));
            at += length;
        }

        return blocks;
    }

    public static byte[] BlockOf(byte[] recording, int number)
    {
        var address = Blocks(recording)[number];
        return recording.AsSpan((int)address.Offset, address.Length).ToArray();
    }

    /// <summary>The recording with a block of the same length in place of one.</summary>
    public static byte[] With(byte[] recording, int number, byte[] block, Guid? sessionId = null)
    {
        var copy = recording.ToArray();
        var address = Blocks(recording)[number];
        Assert.Equal(address.Length, block.Length);
        FixChecksum(block, sessionId ?? SessionId);
        block.CopyTo(copy, address.Offset);
        return copy;
    }

    /// <summary>The recording up to a block, and then others.</summary>
    public static byte[] Until(byte[] recording, int number, params byte[][] blocks)
    {
        foreach (var block in blocks)
            FixChecksum(block, SessionId);
        return [.. recording[..(int)Blocks(recording)[number].Offset], .. blocks.SelectMany(block => block)];
    }

    public static byte[] Make(BlockHeader header, ReadOnlySpan<byte> body)
    {
        var block = new byte[BlockLayout.BlockLength(body.Length)];
        body.CopyTo(block.AsSpan(BlockLayout.HeaderSize));
        (header with { BodyLength = body.Length }).Write(block, SessionId.ToByteArray(bigEndian: true));
        return block;
    }

    private static void FixChecksum(byte[] block, Guid sessionId) => BlockHeader.Read(block).Write(block, sessionId.ToByteArray(bigEndian: true));
}
