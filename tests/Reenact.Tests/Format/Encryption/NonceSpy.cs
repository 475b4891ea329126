using System.Collections.Concurrent;
using System.Security.Cryptography;
using MessagePack;
using Reenact.Format;
using Reenact.Tests.Keys;
using Xunit;

namespace Reenact.Tests.Format.Encryption;

/// <summary>Notes with which key and nonce each block was encrypted that it was given, whether it kept it or not.</summary>
/// <param name="keys">Has the keys.</param>
/// <param name="used">Where it notes them.</param>
/// <param name="recording">What is there already.</param>
internal sealed class NonceSpy(MemoryKeyStore keys, ConcurrentQueue<string> used, byte[]? recording = null) : IBlockStore
{
    private readonly MemoryBlockStore inner = new(recording);
    private byte[] salt = recording is null ? [] : LastSalt(recording);
    private bool fails;

    public byte[] Bytes => inner.ToArray();

    public string Name => "spy";

    public long Length => inner.Length;

    public void FailNext() => fails = true;

    public void Works() => fails = false;

    public void WritePreamble(ReadOnlySpan<byte> preamble) => inner.WritePreamble(preamble);

    public void WriteBlock(BlockAddress address, ReadOnlySpan<byte> block)
    {
        var header = BlockHeader.Read(block);
        var body = block.Slice(BlockLayout.HeaderSize, header.BodyLength).ToArray();
        if (header.Type == BlockType.Epoch)
            salt = Epoch.Decode(body)!.Salt;
        else
            Note(header, body, block, address.Number);

        if (fails)
        {
            fails = false;
            inner.WriteBlock(address, block[..(block.Length / 2)]);
            throw new RecordingException("The disk said no.");
        }

        inner.WriteBlock(address, block);
    }

    public void WriteTrailer(BlockAddress address, ReadOnlySpan<byte> trailer) => inner.WriteTrailer(address, trailer);

    public void Flush(bool durable) => inner.Flush(durable);

    public void Truncate(BlockAddress address) => inner.Truncate(address);

    public ReadOnlyMemory<byte> ReadPreamble() => inner.ReadPreamble();

    public ReadOnlyMemory<byte> ReadBlock(BlockAddress address) => inner.ReadBlock(address);

    public ReadOnlyMemory<byte> ReadTrailer() => inner.ReadTrailer();

    public void Dispose()
    {
    }

    private static byte[] LastSalt(byte[] recording) => EncryptedSample.Blocks(recording)
        .Select(address => recording.AsSpan((int)address.Offset, address.Length).ToArray())
        .Where(block => BlockHeader.Read(block).Type == BlockType.Epoch)
        .Select(block => Epoch.Decode(block.AsSpan(BlockLayout.HeaderSize, BlockHeader.Read(block).BodyLength))!.Salt)
        .LastOrDefault([]);

    private static (byte[] Salt, byte[] Secret) SealOf(byte[] seal)
    {
        var reader = new MessagePackReader(seal);
        Assert.Equal(7, reader.ReadArrayHeader());
        for (var element = 0; element < 4; element++)
            reader.Skip();
        var secret = reader.ReadBytes()!.Value.FirstSpan.ToArray();
        return ([.. reader.ReadBytes()!.Value.FirstSpan], secret);
    }

    private void Note(BlockHeader header, byte[] body, ReadOnlySpan<byte> block, int number)
    {
        var preamble = Preamble.Decode(inner.ReadPreamble().Span, Name);
        var (from, secret) = header.Type == BlockType.Seal ? SealOf(body) : (salt, body);
        var derived = DerivedKeys.Of(keys.Bytes(preamble.KeyId), preamble.SessionId, from);

        // It is what was used: with anything else, this throws.
        using var gcm = new AesGcm(derived.Key, EpochCipher.TagSize);
        gcm.Decrypt(
            derived.Nonce(number), secret.AsSpan(..^EpochCipher.TagSize), secret.AsSpan(^EpochCipher.TagSize..), new byte[secret.Length - EpochCipher.TagSize],
            DerivedKeys.Associated(preamble.SessionId, block));
        used.Enqueue(Convert.ToHexString(derived.Key) + Convert.ToHexString(derived.Nonce(number)));
    }
}
