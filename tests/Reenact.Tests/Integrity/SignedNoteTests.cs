using System.Security.Cryptography;
using System.Text;
using Reenact.Integrity;
using Xunit;

namespace Reenact.Tests.Integrity;

/// <summary>What golang.org/x/mod/sumdb/note tests of opening and signing notes, and what c2sp.org/signed-note demands beyond.</summary>
public class SignedNoteTests
{
    private static readonly RecordingVerifierKey Peter = RecordingVerifierKey.Parse(GoNotes.PeterKey);
    private static readonly RecordingVerifierKey Enoch = RecordingVerifierKey.Parse(GoNotes.EnochKey);

    [Fact]
    public void One_known_key_and_one_unknown()
    {
        var note = Parse(GoNotes.Text + "\n" + GoNotes.PeterLine + GoNotes.EnochLine);

        Assert.Equal(GoNotes.Text, note.Text);
        Assert.Equal(["PeterNeumann", "EnochRoot"], note.Signatures.Select(signature => signature.KeyName));
        Assert.Equal("c74f20a3", Convert.ToHexStringLower(note.Signatures[0].KeyId.Span));
        var check = note.Check(Peter);
        Assert.Equal(SignatureStatus.Valid, check.Status);
        Assert.Same(Peter, check.Key);
        Assert.Equal(SignatureStatus.Valid, note.Check(Peter, Enoch).Status);
        Assert.Equal(SignatureStatus.Valid, note.Check(Enoch).Status);
    }

    [Fact]
    public void A_note_of_unknown_keys_only_is_signed_by_nobody()
    {
        var check = Parse(GoNotes.Text + "\n" + GoNotes.PeterLine + GoNotes.EnochLine).Check();

        Assert.Equal(SignatureStatus.UnknownKey, check.Status);
        Assert.Null(check.Key);
    }

    [Fact]
    public void A_note_is_written_as_it_was_read()
    {
        const string note = GoNotes.Text + "\n" + GoNotes.PeterLine + GoNotes.EnochLine;

        Assert.Equal(note, Parse(note).ToString());
    }

    [Fact]
    public void A_wrong_signature_of_a_known_key_spoils_the_note_and_one_of_an_unknown_key_does_not()
    {
        var note = Parse(GoNotes.Text + "\n" + GoNotes.PeterLine + GoNotes.Spoiled(GoNotes.EnochLine));

        Assert.Equal(SignatureStatus.Valid, note.Check(Peter).Status);
        Assert.Equal(SignatureStatus.Invalid, note.Check(Peter, Enoch).Status);
        Assert.Same(Enoch, note.Check(Peter, Enoch).Key);
        Assert.Equal(SignatureStatus.Invalid, Parse(GoNotes.Text + "\n" + GoNotes.Spoiled(GoNotes.PeterLine)).Check(Peter).Status);
    }

    [Fact]
    public void A_changed_text_is_invalid() =>
        Assert.Equal(SignatureStatus.Invalid, Parse(GoNotes.Text.Replace("you", "we", StringComparison.Ordinal) + "\n" + GoNotes.PeterLine).Check(Peter).Status);

    [Fact]
    public void The_same_signature_twice_counts_once()
    {
        var spoiled = GoNotes.Spoiled(GoNotes.EnochLine);
        var note = Parse(GoNotes.Text + "\n" + GoNotes.PeterLine + GoNotes.PeterLine + GoNotes.EnochLine + GoNotes.EnochLine + spoiled);

        Assert.Equal(SignatureStatus.Valid, note.Check(Peter).Status);
        Assert.Equal(["PeterNeumann", "EnochRoot", "EnochRoot"], note.Signatures.Select(signature => signature.KeyName));
    }

    [Fact]
    public void A_second_signature_of_a_known_key_is_checked_too() =>
        Assert.Equal(SignatureStatus.Invalid, Parse(GoNotes.Text + "\n" + GoNotes.PeterLine + GoNotes.Spoiled(GoNotes.PeterLine)).Check(Peter).Status);

    [Theory]
    [InlineData("CarmenSandiego", "x08g")]
    [InlineData("PeterNeumann", "xxxx")]
    public void A_key_is_known_by_name_and_id_together(string name, string start)
    {
        var line = GoNotes.PeterLine.Replace("PeterNeumann", name, StringComparison.Ordinal).Replace("x08g", start, StringComparison.Ordinal);

        Assert.Equal(SignatureStatus.UnknownKey, Parse(GoNotes.Text + "\n" + line).Check(Peter).Status);
    }

    [Fact]
    public void A_hundred_signatures_are_read_and_one_more_is_not()
    {
        Assert.Equal(SignatureStatus.Valid, Parse(GoNotes.Text + "\n" + string.Concat(Enumerable.Repeat(GoNotes.PeterLine, 100))).Check(Peter).Status);
        AssertRefused("more than 100", GoNotes.Text + "\n" + string.Concat(Enumerable.Repeat(GoNotes.PeterLine, 101)));
    }

    [Fact]
    public void The_text_may_have_empty_lines()
    {
        var note = Parse("a\n\n\nb\n\n" + GoNotes.PeterLine);

        Assert.Equal("a\n\n\nb\n", note.Text);
    }

    [Fact]
    public void A_signature_of_another_algorithm_is_one_of_an_unknown_key()
    {
        var line = $"— PeterNeumann {Convert.ToBase64String([1, 2, 3, 4, .. new byte[3000]])}\n";

        Assert.Equal(SignatureStatus.Valid, Parse(GoNotes.Text + "\n" + line + GoNotes.PeterLine).Check(Peter).Status);
    }

    // Each kind of malformed note. The first seven are those of Go's tests.
    [Theory]
    [InlineData("empty line", GoNotes.Text)]
    [InlineData("no signatures", GoNotes.Text + "\n")]
    [InlineData("does not end with a newline", GoNotes.Text + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=")]
    [InlineData("control characters", "\u0001" + GoNotes.Text + "\n" + GoNotes.PeterLine)]
    [InlineData("does not end with a newline", GoNotes.Text + "\n— Bad Name x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=")]
    [InlineData("em dash", GoNotes.Text + "\n" + GoNotes.PeterLine + "Unexpected line.\n")]
    [InlineData("base64", GoNotes.Text + "\n— Bad Name x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n")]
    [InlineData("em dash", GoNotes.Text + "\n- PeterNeumann x08go/ZJkuBS\n")]
    [InlineData("em dash", GoNotes.Text + "\n– PeterNeumann x08go/ZJkuBS\n")]
    [InlineData("em dash", GoNotes.Text + "\n—PeterNeumann x08go/ZJkuBS\n")]
    [InlineData("em dash", GoNotes.Text + "\n — PeterNeumann x08go/ZJkuBS\n")]
    [InlineData("control characters", GoNotes.Text + "\n— PeterNeumann x08go/ZJkuBS\r\n")]
    [InlineData("control characters", "text\r\n\r\n— PeterNeumann x08go/ZJkuBS\r\n")]
    [InlineData("control characters", GoNotes.Text + "\n—\tPeterNeumann x08go/ZJkuBS\n")]
    [InlineData("control characters", GoNotes.Text + "\n— PeterNeumann x08go/ZJ\0uBS\n")]
    [InlineData("key name", GoNotes.Text + "\n—  x08go/ZJkuBS\n")]
    [InlineData("key name", GoNotes.Text + "\n— PeterNeumann\n")]
    [InlineData("key name", GoNotes.Text + "\n— Peter+Neumann x08go/ZJkuBS\n")]
    [InlineData("key name", GoNotes.Text + "\n— Peter\u00A0Neumann x08go/ZJkuBS\n")]
    [InlineData("key name", GoNotes.Text + "\n— Peter\u2003Neumann x08go/ZJkuBS\n")]
    [InlineData("no more than a key id", GoNotes.Text + "\n— PeterNeumann x08gow==\n")]
    [InlineData("no more than a key id", GoNotes.Text + "\n— PeterNeumann x08g\n")]
    [InlineData("no more than a key id", GoNotes.Text + "\n— PeterNeumann \n")]
    [InlineData("base64", GoNotes.Text + "\n— PeterNeumann x08go/ZJku\n")]
    [InlineData("base64", GoNotes.Text + "\n— PeterNeumann x08go/ZJkuBS=\n")]
    [InlineData("base64", GoNotes.Text + "\n— PeterNeumann x08go/ZJkuB=\n")]
    [InlineData("base64", GoNotes.Text + "\n— PeterNeumann x08go_ZJkuBS\n")]
    [InlineData("base64", GoNotes.Text + "\n— PeterNeumann x08go/ZJ kuBS\n")]
    [InlineData("base64", GoNotes.Text + "\n— PeterNeumann !!!!\n")]
    public void Malformed_notes_are_refused(string because, string note) => AssertRefused(because, note);

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused()
    {
        byte[] note = [0xFF, .. Encoding.UTF8.GetBytes(GoNotes.Text + "\n" + GoNotes.PeterLine)];

        Assert.Contains("UTF-8", Assert.Throws<FormatException>(() => SignedNote.Parse(note)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_over_64_KiB_is_refused() => AssertRefused("65,536", new string('x', 64 << 10) + "\n\n" + GoNotes.PeterLine);

    [Fact]
    public async Task Signing_gives_the_note_that_Go_gives()
    {
        using var signer = RecordingSigner.Parse(GoNotes.PeterPrivateKey);

        var note = await SignedNote.SignAsync(GoNotes.Text, signer, TestContext.Current.CancellationToken);

        Assert.Equal(GoNotes.Text + "\n" + GoNotes.PeterLine, note.ToString());
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("")]
    [InlineData("a\r\n")]
    public async Task A_text_that_no_note_can_have_is_not_signed(string text)
    {
        using var signer = RecordingSigner.Parse(GoNotes.PeterPrivateKey);

        await Assert.ThrowsAsync<ArgumentException>(async () => await SignedNote.SignAsync(text, signer, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_signer_that_fails_gives_its_own_failure_and_one_that_gives_rubbish_is_told()
    {
        await Assert.ThrowsAsync<NotSupportedException>(async () => await SignAsync(new OtherSigner { Answer = _ => throw new NotSupportedException() }));
        await Assert.ThrowsAsync<ArgumentException>(async () => await SignAsync(new OtherSigner { KeyName = "bad name" }));
        await Assert.ThrowsAsync<ArgumentException>(async () => await SignAsync(new OtherSigner { PublicKey = new byte[31] }));
        await Assert.ThrowsAsync<CryptographicException>(async () => await SignAsync(new OtherSigner { Answer = _ => new byte[64] }));
        await Assert.ThrowsAsync<CryptographicException>(async () => await SignAsync(new OtherSigner { Answer = _ => default }));
        using var another = RecordingSigner.Generate("example.com/recordings");
        await Assert.ThrowsAsync<CryptographicException>(async () => await SignAsync(new OtherSigner { Answer = text => another.Sign(text.Span) }));
    }

    private static async Task<SignedNote> SignAsync(IRecordingSigner signer) => await SignedNote.SignAsync(GoNotes.Text, signer, TestContext.Current.CancellationToken);

    private static SignedNote Parse(string note) => SignedNote.Parse(Encoding.UTF8.GetBytes(note));

    private static void AssertRefused(string because, string note)
    {
        Assert.False(SignedNote.TryParse(Encoding.UTF8.GetBytes(note), out _, out var problem));
        Assert.Contains(because, problem, StringComparison.Ordinal);
        Assert.Contains(because, Assert.Throws<FormatException>(() => Parse(note)).Message, StringComparison.Ordinal);
    }
}
