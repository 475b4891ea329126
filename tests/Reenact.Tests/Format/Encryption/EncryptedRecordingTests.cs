using System.Text;
using Reenact.Format;
using Reenact.Integrity;
using Reenact.Tests.Keys;
using Xunit;

namespace Reenact.Tests.Format.Encryption;

public class EncryptedRecordingTests
{
    private static readonly byte[] Sealed = EncryptedSample.Build().Seal().Bytes;
    private static readonly byte[] Unsealed = EncryptedSample.Build().Block().Bytes;
    private static readonly byte[] Plain = RecordingBuilder.Sample(sessionId: EncryptedSample.SessionId).Seal().Bytes;

    [Fact]
    public void With_its_key_an_encrypted_recording_reads_as_the_same_one_in_the_clear()
    {
        using var plain = Recording.Open(new MemoryBlockStore(Plain));
        foreach (var bytes in new[] { Sealed, Unsealed })
        {
            using var recording = EncryptedSample.Open(bytes);
            Assert.Equal(RecordingEncryption.Decrypted, recording.Encryption);
            Assert.Equal(EncryptedSample.KeyId, recording.KeyId);
            Assert.Equal(plain.ReadEvents().Select(found => EventJson.Of(found).ToJsonString()), recording.ReadEvents().Select(found => EventJson.Of(found).ToJsonString()));
            Assert.Equal(EventJson.Of(plain.ReadEvent(12)!).ToJsonString(), EventJson.Of(recording.ReadEvent(12)!).ToJsonString());
            Assert.Equal(plain.Summary.InputTokens, recording.Summary.InputTokens);
            Assert.Equal(plain.Summary.Models, recording.Summary.Models);
            Assert.Equal("support", recording.Info.Agent);
            Assert.True(recording.Verify().IsIntact);
            Assert.Empty(recording.Problems);
        }

        Assert.Equal(RecordingState.Sealed, EncryptedSample.Open(Sealed).State);
        Assert.Equal(RecordingState.Unsealed, EncryptedSample.Open(Unsealed).State);
        Assert.Null(plain.KeyId);
        Assert.Equal(RecordingEncryption.None, plain.Encryption);
    }

    [Fact]
    public void Nothing_that_was_recorded_can_be_read_in_the_bytes()
    {
        var text = Encoding.Latin1.GetString(Sealed);
        foreach (var word in new[] { "support", "refund", "Acme", "gpt-4o", "JFK", "helpful", "flight", "done", "case" })
        {
            Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("Reenact", text, StringComparison.Ordinal); // The writer names itself in the epoch block.
    }

    [Fact]
    public void Without_its_key_a_recording_is_verified_and_not_read()
    {
        using var signer = RecordingSigner.Generate("example.com/recordings");
        var bytes = EncryptedSample.Build().Seal(signer).Bytes;
        using var recording = Recording.Open(new MemoryBlockStore(bytes));
        using var read = EncryptedSample.Open(bytes);

        Assert.Equal(RecordingEncryption.Locked, recording.Encryption);
        Assert.Equal(RecordingState.Sealed, recording.State);
        Assert.Equal(read.EventCount, recording.EventCount);
        var verification = recording.Verify(signer.VerifierKey);
        Assert.True(verification.IsIntact);
        Assert.True(verification.IsSealed);
        Assert.Equal(SignatureStatus.Valid, verification.Signature);
        Assert.Equal(RecordingEncryption.Locked, verification.Encryption);
        Assert.Equal(read.Verify().Root.ToArray(), verification.Root.ToArray());
        Assert.Contains(verification.Findings, finding => finding.Severity == FindingSeverity.Information && finding.Message.Contains("encrypted; not decrypted", StringComparison.Ordinal));
    }

    [Fact]
    public void All_that_needs_contents_names_the_missing_key_and_the_remedy()
    {
        using var recording = Recording.Open(new MemoryBlockStore(Sealed), OnDamage.Skip);
        AssertLocked(RecordingErrorKind.Encrypted, recording);
        using var unknown = Recording.Open(new MemoryBlockStore(Sealed), new RecordingOpenOptions { KeyStore = new MemoryKeyStore() });
        AssertLocked(RecordingErrorKind.KeyNotFound, unknown);
    }

    [Fact]
    public async Task A_recording_whose_key_was_destroyed_is_erased_and_its_seal_still_holds()
    {
        var keys = EncryptedSample.Keys;
        await keys.DestroyAsync(EncryptedSample.KeyId, TestContext.Current.CancellationToken);
        using var recording = Recording.Open(new MemoryBlockStore(Sealed), new RecordingOpenOptions { KeyStore = keys });
        Assert.Equal(RecordingEncryption.Erased, recording.Encryption);
        AssertLocked(RecordingErrorKind.KeyDestroyed, recording);
        var verification = recording.Verify();
        Assert.True(verification.IsIntact);
        Assert.Contains(verification.Findings, finding => finding.Message.Contains("erased", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_byte_that_is_changed_is_found_without_a_key()
    {
        var root = Recording.Open(new MemoryBlockStore(Sealed)).Verify().Root.ToArray();
        for (var place = BlockLayout.PreambleSize; place < Sealed.Length; place++)
        {
            var changed = Sealed.ToArray();
            changed[place] ^= 0x10;
            using var recording = Recording.Open(new MemoryBlockStore(changed), OnDamage.Skip);
            var verification = recording.Verify();
            var isHarmless = verification is { IsIntact: true, IsSealed: true } && verification.Root.Span.SequenceEqual(root)
                && verification.Findings.Any(finding => finding.Message.Contains("padding", StringComparison.Ordinal));
            Assert.True(isHarmless || !verification.IsIntact || !verification.IsSealed, $"byte {place}");
        }
    }

    private static void AssertLocked(RecordingErrorKind kind, Recording recording)
    {
        Action[] reads =
        [
            () => recording.ReadEvents().ToList(), () => recording.ReadEvent(3), () => _ = recording.Summary, () => _ = recording.Calls, () => _ = recording.Info,
            () => recording.StateAt(3), () => recording.Lineage(3), () => recording.FindCall(1), () => _ = recording.StartTime, () => _ = recording.Methods.ToList(),
            () => Session.Replay(recording),
        ];
        foreach (var read in reads)
        {
            var error = Assert.Throws<RecordingException>(read);
            Assert.Equal(kind, error.Kind);
            Assert.Contains(EncryptedSample.KeyId.ToString(), error.Message, StringComparison.Ordinal);
        }
    }
}
