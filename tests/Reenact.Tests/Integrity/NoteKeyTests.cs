using Reenact.Integrity;
using Xunit;

namespace Reenact.Tests.Integrity;

/// <summary>What golang.org/x/mod/sumdb/note tests of keys, and key files.</summary>
public sealed class NoteKeyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("reenact-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_verifier_key_is_the_same_as_text()
    {
        var key = RecordingVerifierKey.Parse(GoNotes.PeterKey);

        Assert.Equal(GoNotes.PeterKey, key.ToString());
        Assert.Equal("PeterNeumann", key.Name);
        Assert.Equal("c74f20a3", Convert.ToHexStringLower(key.Id.Span));
    }

    [Fact]
    public void No_part_of_a_verifier_key_is_one_and_no_character_can_be_another()
    {
        foreach (var mangled in Mangled(GoNotes.PeterKey))
            Assert.False(RecordingVerifierKey.TryParse(mangled, out _), mangled);
    }

    [Fact]
    public void No_part_of_a_signing_key_is_one_and_no_character_can_be_another()
    {
        foreach (var mangled in Mangled(GoNotes.PeterPrivateKey))
            Assert.Throws<FormatException>(() => RecordingSigner.Parse(mangled));
    }

    [Theory]
    [InlineData(GoNotes.WrongLengthKey)]
    [InlineData(GoNotes.UnknownAlgorithmKey)]
    [InlineData("")]
    [InlineData("Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n")]
    public void Text_that_is_no_verifier_key_is_refused(string text)
    {
        Assert.False(RecordingVerifierKey.TryParse(text, out _));
        Assert.Throws<FormatException>(() => RecordingVerifierKey.Parse(text));
    }

    [Fact]
    public void A_signing_key_and_its_verifier_key_belong_together()
    {
        using var peter = RecordingSigner.Parse(GoNotes.PeterPrivateKey);

        Assert.Equal(GoNotes.PeterKey, peter.VerifierKey.ToString());
        Assert.Equal(GoNotes.PeterPrivateKey, peter.ExportPrivateKey());
    }

    [Fact]
    public void A_new_key_is_the_same_after_export()
    {
        using var signer = RecordingSigner.Generate("example.com/recordings");
        using var again = RecordingSigner.Parse(signer.ExportPrivateKey());

        Assert.Equal(signer.VerifierKey.ToString(), again.VerifierKey.ToString());
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
    [InlineData("bell\u0007")]
    public void Names_that_would_break_a_note_are_refused(string name) => Assert.Throws<ArgumentException>(() => RecordingSigner.Generate(name));

    [Fact]
    public void A_key_file_is_for_its_owner_only()
    {
        using var signer = RecordingSigner.Generate("example.com/recordings");
        var file = Path.Combine(folder, "key");

        signer.SaveNew(file);

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        using var loaded = RecordingSigner.Load(file);
        Assert.Equal(signer.ExportPrivateKey(), loaded.ExportPrivateKey());
    }

    [Fact]
    public void A_key_file_never_replaces_a_file()
    {
        using var signer = RecordingSigner.Generate("example.com/recordings");
        var file = Path.Combine(folder, "key");
        File.WriteAllText(file, "precious");

        Assert.Equal(RecordingErrorKind.AlreadyExists, Assert.Throws<RecordingException>(() => signer.SaveNew(file)).Kind);
        Assert.Equal("precious", File.ReadAllText(file));
    }

    [Theory]
    [InlineData("")]
    [InlineData("secret stuff")]
    [InlineData(GoNotes.PeterKey)]
    public void A_file_without_a_signing_key_is_told_without_repeating_it(string content)
    {
        var file = Path.Combine(folder, "key");
        File.WriteAllText(file, content);

        var error = Assert.Throws<RecordingException>(() => RecordingSigner.Load(file));

        Assert.Equal(RecordingErrorKind.NotAKey, error.Kind);
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_file_that_is_not_there_is_told() =>
        Assert.Equal(RecordingErrorKind.NotFound, Assert.Throws<RecordingException>(() => RecordingSigner.Load(Path.Combine(folder, "none"))).Kind);

    private static IEnumerable<string> Mangled(string key)
    {
        for (var start = 0; start < key.Length; start++)
        {
            for (var end = start + 1; end <= key.Length; end++)
            {
                if (start != 0 || end != key.Length)
                    yield return key[start..end];
            }

            yield return $"{key[..start]}{(char)(key[start] + 1)}{key[(start + 1)..]}";
        }
    }
}
