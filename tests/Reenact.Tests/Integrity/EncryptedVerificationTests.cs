using System.Security.Cryptography;
using Reenact.Format;
using Reenact.Integrity;
using Reenact.Keys;
using Reenact.Tests.Format;
using Reenact.Tests.Format.Encryption;
using Reenact.Tests.Keys;
using Xunit;

namespace Reenact.Tests.Integrity;

/// <summary>Recordings long enough to be verified on several threads.</summary>
public sealed class EncryptedVerificationTests : IDisposable
{
    private const int Blocks = 100;
    private readonly RecordingSigner signer = RecordingSigner.Generate("example.com/recordings");
    private readonly Checkpoint kept;
    private readonly byte[] bytes;

    public EncryptedVerificationTests()
    {
        var builder = new RecordingBuilder(sessionId: EncryptedSample.SessionId, key: EncryptedSample.Key()).Started();
        for (var block = 0; block < Blocks / 2; block++)
            builder.Note(Content()).Block();
        kept = builder.Writer.Checkpoint;
        for (var block = Blocks / 2; block < Blocks; block++)
            builder.Note(Content()).Block();
        bytes = builder.Seal(signer).Bytes;
    }

    private static MemoryKeyStore NoKeys => new();

    public void Dispose() => signer.Dispose();

    [Fact]
    public async Task A_checkpoint_holds_with_the_key_without_it_and_after_it_was_destroyed()
    {
        var erased = EncryptedSample.Keys;
        await erased.DestroyAsync(EncryptedSample.KeyId, TestContext.Current.CancellationToken);
        foreach (var (keys, encryption) in new[] { (EncryptedSample.Keys, RecordingEncryption.Decrypted), (NoKeys, RecordingEncryption.Locked), (erased, RecordingEncryption.Erased) })
        {
            foreach (var storedBytesOnly in new[] { false, true })
            {
                var verification = Verify(bytes, keys, new VerificationOptions { TrustedKeys = [signer.VerifierKey], Checkpoints = [kept], StoredBytesOnly = storedBytesOnly });

                Assert.True(verification.IsIntact);
                Assert.Equal((encryption, SignatureStatus.Valid, Blocks + 1), (verification.Encryption, verification.Signature, verification.Leaves));
                Assert.Equal(CheckpointStatus.Grown, Assert.Single(verification.Kept).Status);
            }
        }
    }

    [Fact]
    public void A_block_that_was_encrypted_with_another_key_is_named_by_who_has_the_key()
    {
        // Everything around it is as it should be, which takes no key.
        var forged = EncryptedSample.BlockOf(bytes, 70);
        RandomNumberGenerator.Fill(forged.AsSpan(BlockLayout.HeaderSize, BlockHeader.Read(forged).BodyLength));
        var changed = EncryptedSample.With(bytes, 70, forged);

        var verification = Verify(changed, EncryptedSample.Keys, new VerificationOptions());
        var offset = EncryptedSample.Blocks(bytes)[70].Offset;

        Assert.Contains(verification.Findings, finding => finding.Offset == offset && finding.Message.Contains("block 70", StringComparison.Ordinal) && finding.Message.Contains("does not decrypt", StringComparison.Ordinal));
        Assert.Contains(Verify(changed, NoKeys, new VerificationOptions()).Findings, finding => finding.Severity == FindingSeverity.Error);
        Assert.Contains(Verify(changed, EncryptedSample.Keys, new VerificationOptions { StoredBytesOnly = true }).Findings, finding => finding.Severity == FindingSeverity.Error);
    }

    [Fact]
    public void A_proof_needs_no_key_and_shows_no_content()
    {
        using var locked = Open(bytes, NoKeys);
        using var read = Open(bytes, EncryptedSample.Keys);

        var proof = locked.ProveEvent(60, withBlock: true);

        Assert.Equal(read.ProveEvent(60, withBlock: true).ToString(), proof.ToString());
        Assert.True(proof.Verify(proof.Block!.LeafHash.Span));
        Assert.Equal(BlockHeader.Read(EncryptedSample.BlockOf(bytes, proof.Block.Number)).BodyLength, proof.Block.Body!.Value.Length);
        Assert.Equal(read.ProveGrowth(kept).ToString(), locked.ProveGrowth(kept).ToString());
    }

    private static string Content() => "note " + Convert.ToHexString(RandomNumberGenerator.GetBytes(4000));

    private static RecordingVerification Verify(byte[] recording, IKeyStore keys, VerificationOptions options)
    {
        using var opened = Open(recording, keys);
        return opened.Verify(options);
    }

    private static Recording Open(byte[] recording, IKeyStore keys) =>
        Recording.Open(new MemoryBlockStore(recording), new RecordingOpenOptions { KeyStore = keys, OnDamage = OnDamage.Skip });
}
