using Reenact.Integrity;
using Xunit;

namespace Reenact.Tests.Integrity;

public class SignedNoteTests
{
    // The example of Go's golang.org/x/mod/sumdb/note.
    private const string GoKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private const string GoText = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private const string GoSignature = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    [Fact]
    public void A_note_that_another_tool_signed_is_valid() =>
        Assert.Equal(SignatureStatus.Valid, SignedNote.Check(GoText, GoSignature, [RecordingVerifierKey.Parse(GoKey)]).Status);

    [Fact]
    public void A_changed_text_is_invalid() =>
        Assert.Equal(SignatureStatus.Invalid, SignedNote.Check(GoText.Replace("you", "we", StringComparison.Ordinal), GoSignature, [RecordingVerifierKey.Parse(GoKey)]).Status);

    [Fact]
    public void Signatures_of_unknown_keys_are_ignored()
    {
        using var mine = RecordingSigner.Generate("example.com/mine");
        var both = GoSignature + SignedNote.Sign(GoText, mine);

        Assert.Equal(SignatureStatus.UnknownKey, SignedNote.Check(GoText, GoSignature, [mine.VerifierKey]).Status);
        var check = SignedNote.Check(GoText, both, [mine.VerifierKey]);
        Assert.Equal(SignatureStatus.Valid, check.Status);
        Assert.Equal("example.com/mine", check.Key!.Name);
        Assert.Equal(["PeterNeumann", "example.com/mine"], check.Names);
    }

    [Fact]
    public void A_wrong_signature_of_a_known_key_spoils_the_note()
    {
        using var mine = RecordingSigner.Generate("example.com/mine");
        var both = GoSignature + SignedNote.Sign("another text\n", mine);

        Assert.Equal(SignatureStatus.Invalid, SignedNote.Check(GoText, both, [RecordingVerifierKey.Parse(GoKey), mine.VerifierKey]).Status);
    }

    [Theory]
    [InlineData("no dash x08go/ZJ\n")]
    [InlineData("— PeterNeumann x08go/ZJ")]
    [InlineData("— PeterNeumann\n")]
    [InlineData("— Peter+Neumann x08go/ZJ\n")]
    [InlineData("— PeterNeumann x08g\n")]
    [InlineData("— PeterNeumann !!!!\n")]
    public void Lines_that_are_no_signatures_are_invalid(string signatures) =>
        Assert.Equal(SignatureStatus.Invalid, SignedNote.Check(GoText, signatures, [RecordingVerifierKey.Parse(GoKey)]).Status);

    [Fact]
    public void Too_many_signatures_are_invalid()
    {
        Assert.Equal(SignatureStatus.Valid, SignedNote.Check(GoText, string.Concat(Enumerable.Repeat(GoSignature, 100)), [RecordingVerifierKey.Parse(GoKey)]).Status);
        Assert.Equal(SignatureStatus.Invalid, SignedNote.Check(GoText, string.Concat(Enumerable.Repeat(GoSignature, 101)), [RecordingVerifierKey.Parse(GoKey)]).Status);
    }

    [Fact]
    public void A_note_over_64_KiB_is_invalid() =>
        Assert.Equal(SignatureStatus.Invalid, SignedNote.Check(new string('x', 64 << 10), GoSignature, [RecordingVerifierKey.Parse(GoKey)]).Status);

    [Fact]
    public void A_verifier_key_is_the_same_as_text()
    {
        Assert.Equal(GoKey, RecordingVerifierKey.Parse(GoKey).ToString());
        Assert.Equal("PeterNeumann", RecordingVerifierKey.Parse(GoKey).Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PeterNeumann")]
    [InlineData("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    public void Text_that_is_no_verifier_key_is_refused(string text)
    {
        Assert.False(RecordingVerifierKey.TryParse(text, out _));
        Assert.Throws<FormatException>(() => RecordingVerifierKey.Parse(text));
    }

    [Fact]
    public void A_signing_key_is_the_same_after_export()
    {
        using var signer = RecordingSigner.Generate("example.com/recordings");
        using var again = RecordingSigner.Parse(signer.ExportPrivateKey());

        Assert.Equal(signer.VerifierKey.ToString(), again.VerifierKey.ToString());
        Assert.Equal(SignatureStatus.Valid, SignedNote.Check("text\n", SignedNote.Sign("text\n", again), [signer.VerifierKey]).Status);
    }

    [Fact]
    public void A_bad_signing_key_is_refused_without_repeating_it()
    {
        var error = Assert.Throws<FormatException>(() => RecordingSigner.Parse("PRIVATE+KEY+secret+stuff"));

        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a+b")]
    [InlineData("line\nbreak")]
    public void Names_that_would_break_a_note_are_refused(string name) => Assert.Throws<ArgumentException>(() => RecordingSigner.Generate(name));

    [Fact]
    public void A_checkpoint_says_origin_size_and_root() =>
        Assert.Equal(
            "reenact/0199aabb-ccdd-7eee-8fff-001122334455\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
            new Checkpoint(Guid.Parse("0199aabb-ccdd-7eee-8fff-001122334455"), 7, MerkleHash.Empty()).Text);
}
