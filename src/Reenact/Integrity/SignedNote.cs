using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Reenact.Integrity;

/// <summary>
/// A signed note as <see href="https://c2sp.org/signed-note">C2SP signed-note</see> has it: a text, an empty line, and a line for each signature.
/// Nothing of it is to be relied on before <see cref="Check"/> says that a trusted key signed it. Immutable.
/// </summary>
/// <remarks>A note has at most 64 KiB and 100 signatures. The same signature twice counts once, as it does for Go's <c>sumdb/note</c>.</remarks>
public sealed class SignedNote
{
    internal const int MaxSize = 64 << 10;
    internal const int MaxSignatures = 100;
    internal const string LineStart = "\u2014 ";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private SignedNote(string text, IReadOnlyList<NoteSignature> signatures)
    {
        Text = text;
        Signatures = signatures;
    }

    /// <summary>The text that is signed, with its last newline.</summary>
    public string Text { get; }

    /// <summary>The signatures, of keys whether known or not.</summary>
    public IReadOnlyList<NoteSignature> Signatures { get; }

    internal string SignatureLines => string.Concat(Signatures.Select(signature => signature.Line));

    /// <summary>Reads a note.</summary>
    /// <param name="note">The note, in UTF-8.</param>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static SignedNote Parse(ReadOnlySpan<byte> note) =>
        TryParse(note, out var parsed, out var problem) ? parsed : throw new FormatException($"This is no signed note: {problem}.");

    /// <summary>Reads a note.</summary>
    /// <param name="note">The note, in UTF-8.</param>
    /// <param name="parsed">The note.</param>
    /// <param name="problem">Why it is none; null when it is one.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(ReadOnlySpan<byte> note, [NotNullWhen(true)] out SignedNote? parsed, [NotNullWhen(false)] out string? problem)
    {
        parsed = null;
        if (note.Length > MaxSize)
        {
            problem = $"it has {note.Length:N0} bytes, and may have {MaxSize:N0}";
            return false;
        }

        try
        {
            return TryParse(StrictUtf8.GetString(note), out parsed, out problem);
        }
        catch (DecoderFallbackException)
        {
            problem = "it is not valid UTF-8";
            return false;
        }
    }

    /// <summary>Signs a text.</summary>
    /// <param name="text">The text; it ends with a newline, and has no other control characters.</param>
    /// <param name="signer">Signs it.</param>
    /// <param name="cancellationToken">Gives up waiting for the signer.</param>
    /// <exception cref="ArgumentException">The text can't be that of a note, or the signer's name or public key can't be one.</exception>
    /// <exception cref="CryptographicException">What the signer gave is no signature of this text by its key.</exception>
    public static async ValueTask<SignedNote> SignAsync(string text, IRecordingSigner signer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(signer);
        if (!text.EndsWith('\n') || HasControlCharacters(text))
            throw new ArgumentException("The text of a note ends with a newline, and has no other control characters.", nameof(text));

        // Made first: a public key that is none must not cost a signature.
        var key = new RecordingVerifierKey(signer.KeyName, signer.PublicKey.Span);
        var bytes = StrictUtf8.GetBytes(text);
        var signature = (await signer.SignAsync(bytes, cancellationToken).ConfigureAwait(false)).ToArray();
        if (!key.Verify(bytes, signature))
            throw new CryptographicException($"What the signer '{key.Name}' gave, {signature.Length} bytes, is no Ed25519 signature of the text by the key that it says it has.");
        return new SignedNote(text, [new NoteSignature(key.Name, key.Id.ToArray(), signature)]);
    }

    /// <summary>Checks the signatures.</summary>
    /// <param name="trusted">The keys that count. Signatures of others are ignored, as the specification demands; a wrong signature of one of these spoils the note.</param>
    public SignatureCheck Check(params IEnumerable<RecordingVerifierKey> trusted)
    {
        ArgumentNullException.ThrowIfNull(trusted);
        return CheckSignatures(Text, Signatures, trusted);
    }

    /// <summary>The note: text, empty line, signature lines.</summary>
    public override string ToString() => $"{Text}\n{SignatureLines}";

    internal static SignatureCheck CheckSignatures(string text, IReadOnlyList<NoteSignature> signatures, IEnumerable<RecordingVerifierKey> trusted)
    {
        if (signatures.Count == 0)
            return new SignatureCheck(SignatureStatus.None);

        var keys = trusted.ToArray();
        var bytes = StrictUtf8.GetBytes(text);
        RecordingVerifierKey? verified = null;
        foreach (var signature in signatures)
        {
            if (Array.Find(keys, signature.IsBy) is not { } key)
                continue;
            if (!key.Verify(bytes, signature.Signature.Span))
                return new SignatureCheck(SignatureStatus.Invalid, key);
            verified ??= key;
        }

        return new SignatureCheck(verified is null ? SignatureStatus.UnknownKey : SignatureStatus.Valid, verified);
    }

    /// <summary>Reads signature lines.</summary>
    /// <param name="lines">Each with its newline; none is none.</param>
    /// <param name="signatures">The signatures, each once.</param>
    /// <param name="problem">Why they are none.</param>
    internal static bool TryParseSignatures(ReadOnlySpan<char> lines, out List<NoteSignature> signatures, [NotNullWhen(false)] out string? problem)
    {
        signatures = [];
        problem = HasControlCharacters(lines) ? "its signatures have control characters other than newlines" : null;
        if (problem is not null)
            return false;
        for (var count = 1; lines.Length > 0; count++)
        {
            var end = lines.IndexOf('\n');
            if (end < 0)
                problem = "its last line does not end with a newline";
            else if (count > MaxSignatures)
                problem = $"it has more than {MaxSignatures} signatures";
            else if (!TryParseSignature(lines[..end], out var signature, out var wrong))
                problem = $"signature line {count} {wrong}";
            else if (!signatures.Exists(signature.IsSameAs))
                signatures.Add(signature);
            if (problem is not null)
                return false;
            lines = lines[(end + 1)..];
        }

        return true;
    }

    internal static bool HasControlCharacters(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (character is < ' ' and not '\n')
                return true;
        }

        return false;
    }

    private static bool TryParse(string note, [NotNullWhen(true)] out SignedNote? parsed, [NotNullWhen(false)] out string? problem)
    {
        parsed = null;
        if (HasControlCharacters(note))
        {
            problem = "it has control characters other than newlines";
            return false;
        }

        var blank = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (blank < 0)
        {
            problem = "it has no empty line between text and signatures";
            return false;
        }

        if (!TryParseSignatures(note.AsSpan(blank + 2), out var signatures, out problem))
            return false;
        if (signatures.Count == 0)
        {
            problem = "it has no signatures";
            return false;
        }

        parsed = new SignedNote(note[..(blank + 1)], signatures);
        return true;
    }

    private static bool TryParseSignature(ReadOnlySpan<char> line, [NotNullWhen(true)] out NoteSignature? signature, out string wrong)
    {
        signature = null;
        wrong = "";
        if (!line.StartsWith(LineStart, StringComparison.Ordinal))
        {
            wrong = "does not begin with an em dash (U+2014) and a space";
            return false;
        }

        line = line[LineStart.Length..];
        var space = line.IndexOf(' ');
        if (space < 0 || !NoteKey.IsName(line[..space]))
            wrong = "has no key name that may be one";
        else if (!StrictBase64.TryDecode(line[(space + 1)..], out var bytes))
            wrong = "has no base64 after the key name";
        else if (bytes.Length <= NoteKey.IdSize)
            wrong = "has no more than a key id";
        else
            signature = new NoteSignature(line[..space].ToString(), bytes[..NoteKey.IdSize], bytes[NoteKey.IdSize..]);
        return signature is not null;
    }
}
