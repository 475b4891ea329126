using System.Security.Cryptography;
using Reenact.Format;
using Xunit;

namespace Reenact.Tests.Format.Encryption;

public class DerivationTests
{
    [Fact]
    public void Blocks_are_encrypted_as_the_format_says()
    {
        var bytes = EncryptedSample.Build().Block().Bytes;
        var epoch = Epoch.Decode(EncryptedSample.BlockOf(bytes, 0).AsSpan(BlockLayout.HeaderSize))!;
        var derived = DerivedKeys.Of(EncryptedSample.KeyBytes, EncryptedSample.SessionId, epoch.Salt);
        Assert.Equal(derived.Commitment, epoch.Commitment);

        var block = EncryptedSample.BlockOf(bytes, 1);
        var header = BlockHeader.Read(block);
        Assert.Equal(BlockFlags.Encrypted, header.Flags & BlockFlags.Encrypted);
        var body = block.AsSpan(BlockLayout.HeaderSize, header.BodyLength);
        var clear = new byte[body.Length - 16];
        using var gcm = new AesGcm(derived.Key, 16);
        gcm.Decrypt(derived.Nonce(1), body[..^16], body[^16..], clear, DerivedKeys.Associated(EncryptedSample.SessionId, block));
        Assert.NotNull(EventBlock.Decode(
            new StoredBlock(header with { BodyLength = clear.Length }, new byte[BlockLayout.HeaderSize].Concat(clear).ToArray(), BlockFault.None, ""), FormatDictionary.Compression, out _));
    }

    [Fact]
    public void A_number_is_encrypted_once_and_numbers_ascend()
    {
        using var key = EncryptedSample.Key();
        using var cipher = EpochCipher.Derive(key, new byte[16], new byte[Epoch.SaltSize]);
        var block = new byte[64];
        new BlockHeader(32, BlockType.Events, BlockFlags.Encrypted, 7, 0, 1, 16).WriteFields(block);
        cipher.Encrypt(block, block.AsSpan(32));
        Assert.Throws<InvalidOperationException>(() => cipher.Encrypt(block, block.AsSpan(32)));
        new BlockHeader(32, BlockType.Events, BlockFlags.Encrypted, 6, 0, 1, 16).WriteFields(block);
        Assert.Throws<InvalidOperationException>(() => cipher.Encrypt(block, block.AsSpan(32)));
        new BlockHeader(32, BlockType.Events, BlockFlags.Encrypted, int.MinValue, 0, 1, 16).WriteFields(block);
        Assert.Throws<InvalidOperationException>(() => cipher.Encrypt(block, block.AsSpan(32)));
    }
}
