using System.Buffers.Binary;
using System.Security.Cryptography;
using Reenact.Format;
using Reenact.Tests.Keys;
using Xunit;

namespace Reenact.Tests.Format.Encryption;

public class EncryptionRefusalTests
{
    private static readonly byte[] Unsealed = EncryptedSample.Build().Block().Bytes;
    private static readonly byte[] Sealed = EncryptedSample.Build().Seal().Bytes;

    [Fact]
    public void A_wrong_key_is_refused_before_anything_is_decrypted()
    {
        var wrong = new MemoryKeyStore().With(EncryptedSample.KeyId, new byte[32]);
        foreach (var bytes in new[] { Unsealed, Sealed })
        {
            var error = Assert.Throws<RecordingException>(() => Recording.Open(new MemoryBlockStore(bytes), new RecordingOpenOptions { KeyStore = wrong }));
            Assert.Equal(RecordingErrorKind.WrongKey, error.Kind);
            Assert.Contains(EncryptedSample.KeyId.ToString(), error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_block_of_another_recording_of_the_same_key_is_refused()
    {
        var other = Guid.CreateVersion7();
        var otherBytes = EncryptedSample.Build(other).Block().Bytes;
        AssertRefused(RecordingErrorKind.NotAuthentic, EncryptedSample.With(Unsealed, 1, EncryptedSample.BlockOf(otherBytes, 1)));
        AssertRefused(RecordingErrorKind.NotAuthentic, EncryptedSample.With(Sealed, 1, EncryptedSample.BlockOf(otherBytes, 1)));
    }

    [Fact]
    public void Blocks_in_another_order_are_refused()
    {
        var (first, second) = (EncryptedSample.BlockOf(Unsealed, 1), EncryptedSample.BlockOf(Unsealed, 2));
        AssertRefused(RecordingErrorKind.Damaged, EncryptedSample.Until(Unsealed, 1, second.ToArray(), first.ToArray()));

        // The same with headers that fit their new places.
        BinaryPrimitives.WriteInt32LittleEndian(second.AsSpan(12), 1);
        BinaryPrimitives.WriteInt64LittleEndian(second.AsSpan(16), 0);
        AssertRefused(RecordingErrorKind.NotAuthentic, EncryptedSample.Until(Unsealed, 1, second));
    }

    [Fact]
    public void A_block_of_another_epoch_is_refused()
    {
        // Same session, same key, same number, same events: only the salt of the epoch differs, as after a file was cut and written again.
        var again = EncryptedSample.Build().Block().Bytes;
        AssertRefused(RecordingErrorKind.NotAuthentic, EncryptedSample.With(Unsealed, 1, EncryptedSample.BlockOf(again, 1)));
    }

    [Fact]
    public void A_ciphertext_that_decrypts_under_two_keys_is_read_with_the_one_that_was_committed_to()
    {
        var otherKey = SHA256.HashData("another key"u8);
        var epoch = Epoch.Decode(EncryptedSample.BlockOf(Unsealed, 0).AsSpan(BlockLayout.HeaderSize))!;
        var mine = DerivedKeys.Of(EncryptedSample.KeyBytes, EncryptedSample.SessionId, epoch.Salt);
        var others = DerivedKeys.Of(otherKey, EncryptedSample.SessionId, epoch.Salt);

        // A blob whose content may have any 16 bytes at a place.
        byte[] body = [0x95, 15, 0, 0, 1, 0xC4, 57, .. new byte[57]];
        var header = new BlockHeader(body.Length + 16, BlockType.Events, BlockFlags.Encrypted, 1, 0, 1, body.Length);
        var block = EncryptedSample.Make(header, new byte[body.Length + 16]);
        var associated = DerivedKeys.Associated(EncryptedSample.SessionId, block);
        var forged = TwoKeyCiphertext.Make((mine.Key, mine.Nonce(1)), (others.Key, others.Nonce(1)), associated, body, free: 2);
        foreach (var keys in new[] { mine, others })
        {
            using var gcm = new AesGcm(keys.Key, 16);
            gcm.Decrypt(keys.Nonce(1), forged.AsSpan(..^16), forged.AsSpan(^16..), new byte[body.Length], associated); // GCM says yes to both.
        }

        var recording = EncryptedSample.Until(Unsealed, 1, EncryptedSample.Make(header, forged));
        Assert.Single(EncryptedSample.Open(recording).ReadEvents());
        var error = Assert.Throws<RecordingException>(() => Recording.Open(
            new MemoryBlockStore(recording), new RecordingOpenOptions { KeyStore = new MemoryKeyStore().With(EncryptedSample.KeyId, otherKey) }));
        Assert.Equal(RecordingErrorKind.WrongKey, error.Kind);
    }

    [Fact]
    public void Each_flipped_bit_of_header_body_and_tag_is_refused_though_the_checksum_fits()
    {
        var block = EncryptedSample.BlockOf(Unsealed, 1);
        var length = BlockHeader.Read(block).BodyLength;
        for (var place = 8; place < BlockLayout.HeaderSize + length; place++)
        {
            // Of a long body each bit would take long; of header and tag each is tried.
            var everyBit = place < BlockLayout.HeaderSize || place >= BlockLayout.HeaderSize + length - EpochCipher.TagSize;
            for (var bit = everyBit ? 0 : place % 8; bit < 8; bit += everyBit ? 1 : 8)
            {
                var changed = block.ToArray();
                changed[place] ^= (byte)(1 << bit);
                var bytes = EncryptedSample.With(Unsealed, 1, changed);
                if (place is 10 or 11)
                    continue; // The header's spare bytes, which are written as zeros.
                using var recording = EncryptedSample.Open(bytes, OnDamage.Skip);
                Assert.Empty(recording.ReadEvents());
                Assert.NotEmpty(recording.Problems);
            }
        }
    }

    [Fact]
    public void A_truncated_tag_is_refused()
    {
        var block = EncryptedSample.BlockOf(Unsealed, 1);
        var header = BlockHeader.Read(block);
        for (var missing = 1; missing <= EpochCipher.TagSize + 1; missing++)
        {
            var body = block.AsSpan(BlockLayout.HeaderSize, header.BodyLength - missing);
            AssertRefused(RecordingErrorKind.NotAuthentic, EncryptedSample.Until(Unsealed, 1, EncryptedSample.Make(header, body)));
        }

        AssertRefused(RecordingErrorKind.NotAuthentic, EncryptedSample.Until(Unsealed, 1, EncryptedSample.Make(header, [])));
        AssertRefused(RecordingErrorKind.NotAuthentic, EncryptedSample.Until(Unsealed, 1, EncryptedSample.Make(header, new byte[15])));
    }

    [Fact]
    public void A_block_in_the_clear_inside_an_encrypted_recording_is_refused()
    {
        byte[] body = [0x93, 11, 0, 0];
        var header = new BlockHeader(body.Length, BlockType.Events, BlockFlags.None, 1, 0, 1, body.Length);
        AssertRefused(RecordingErrorKind.WrongEncryption, EncryptedSample.Until(Unsealed, 1, EncryptedSample.Make(header, body)));

        // The same with the flag, as if it were encrypted.
        AssertRefused(RecordingErrorKind.NotAuthentic, EncryptedSample.Until(Unsealed, 1, EncryptedSample.Make(header with { Flags = BlockFlags.Encrypted }, [.. body, .. new byte[16]])));
    }

    [Fact]
    public void An_encrypted_block_inside_a_recording_in_the_clear_is_refused()
    {
        var plain = RecordingBuilder.Sample(sessionId: EncryptedSample.SessionId).Block().Bytes;
        AssertRefused(RecordingErrorKind.WrongEncryption, EncryptedSample.Until(plain, 1, EncryptedSample.BlockOf(Unsealed, 1)));
    }

    [Fact]
    public void An_epoch_without_a_commitment_is_refused_in_an_encrypted_recording()
    {
        var preamble = Unsealed.AsSpan(0, BlockLayout.PreambleSize);
        var body = Epoch.Begin(preamble, DateTimeOffset.UnixEpoch).Encode();
        var epoch = EncryptedSample.Make(new BlockHeader(body.Length, BlockType.Epoch, BlockFlags.None, 0, 0, 0, body.Length), body);
        AssertRefused(RecordingErrorKind.Damaged, EncryptedSample.Until(Unsealed, 0, epoch));
    }

    [Fact]
    public void A_forged_cache_of_the_seal_is_not_believed_and_everything_else_is_read()
    {
        var number = EncryptedSample.Blocks(Sealed).FindIndex(block => BlockHeader.Read(Sealed.AsSpan((int)block.Offset)).Type == BlockType.Seal);
        var seal = EncryptedSample.BlockOf(Sealed, number);
        for (var place = BlockLayout.HeaderSize + 48; place < BlockLayout.HeaderSize + BlockHeader.Read(seal).BodyLength; place += 7)
        {
            var changed = seal.ToArray();
            changed[place] ^= 1;
            using var recording = EncryptedSample.Open(EncryptedSample.With(Sealed, number, changed));
            Assert.Equal(RecordingState.Damaged, recording.State);
            Assert.Contains(recording.Problems, problem => problem.Kind == RecordingProblemKind.WrongSeal);
            Assert.False(recording.Verify().IsIntact);
            Assert.Equal(EncryptedSample.Open(Unsealed).EventCount, recording.EventCount);
        }
    }

    private static void AssertRefused(RecordingErrorKind kind, byte[] bytes)
    {
        using var recording = EncryptedSample.Open(bytes);
        Assert.Equal(kind, Assert.Throws<RecordingException>(() => recording.ReadEvents().ToList()).Kind);
        Assert.False(recording.Verify().IsIntact);
        using var lenient = EncryptedSample.Open(bytes, OnDamage.Skip);
        _ = lenient.ReadEvents().Count();
        Assert.NotEmpty(lenient.Problems);
        Assert.Equal(RecordingState.Damaged, lenient.State);
    }
}
