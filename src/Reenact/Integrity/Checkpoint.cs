using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Reenact.Integrity;

/// <summary>
/// What a log looked like at one moment (<see href="https://c2sp.org/tlog-checkpoint">C2SP tlog-checkpoint</see>): how many leaves its tree had, and
/// their root. Of a recording, the log is the session, and each block is a leaf. Whoever keeps one can later tell whether the recording grew from it.
/// Immutable.
/// </summary>
public sealed class Checkpoint
{
    private const string SessionOrigin = "reenact/";
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] root;

    internal Checkpoint(Guid sessionId, long size, byte[] root)
        : this($"{SessionOrigin}{sessionId:D}", size, root, null, [])
    {
    }

    private Checkpoint(string origin, long size, byte[] root, string? text, IReadOnlyList<NoteSignature> signatures)
    {
        Origin = origin;
        Size = size;
        this.root = root;
        Text = text ?? string.Create(CultureInfo.InvariantCulture, $"{origin}\n{size}\n{Convert.ToBase64String(root)}\n");
        Signatures = signatures;
    }

    /// <summary>Which log it is of; for a recording <c>reenact/</c> and the session's id.</summary>
    public string Origin { get; }

    /// <summary>The session that it is of; null when its origin names none.</summary>
    public Guid? SessionId =>
        Origin.StartsWith(SessionOrigin, StringComparison.Ordinal) && Guid.TryParseExact(Origin[SessionOrigin.Length..], "D", out var id) && Origin == $"{SessionOrigin}{id:D}" ? id : null;

    /// <summary>The number of leaves.</summary>
    public long Size { get; }

    /// <summary>The root of the tree over these leaves: 32 bytes.</summary>
    public ReadOnlyMemory<byte> Root => root;

    /// <summary>The text that is signed: origin, size and root, each on a line; further lines where another writer added some.</summary>
    public string Text { get; }

    /// <summary>The signatures; none when it is not signed.</summary>
    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>Reads a checkpoint: a signed note, or its text and an empty line where it is not signed.</summary>
    /// <param name="note">The note, in UTF-8: at most 64 KiB, with at most 100 signatures.</param>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static Checkpoint Parse(ReadOnlySpan<byte> note) =>
        TryParse(note, out var checkpoint, out var problem) ? checkpoint : throw new FormatException($"This is no checkpoint: {problem}.");

    /// <summary>Reads a checkpoint: a signed note, or its text and an empty line where it is not signed.</summary>
    /// <param name="note">The note, in UTF-8: at most 64 KiB, with at most 100 signatures.</param>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="problem">Why it is none; null when it is one.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(ReadOnlySpan<byte> note, [NotNullWhen(true)] out Checkpoint? checkpoint, [NotNullWhen(false)] out string? problem)
    {
        checkpoint = null;
        if (!note.EndsWith("\n\n"u8))
            return SignedNote.TryParse(note, out var signed, out problem) && TryParse(signed.Text, signed.Signatures, out checkpoint, out problem);
        if (note.Length > SignedNote.MaxSize)
        {
            problem = $"it has {note.Length:N0} bytes, and may have {SignedNote.MaxSize:N0}";
            return false;
        }

        try
        {
            return TryParse(StrictUtf8.GetString(note[..^1]), [], out checkpoint, out problem);
        }
        catch (DecoderFallbackException)
        {
            problem = "it is not valid UTF-8";
            return false;
        }
    }

    /// <summary>Checks the signatures.</summary>
    /// <param name="trusted">The keys that count. Signatures of others are ignored; a wrong signature of one of these spoils the checkpoint.</param>
    public SignatureCheck Check(params IEnumerable<RecordingVerifierKey> trusted)
    {
        ArgumentNullException.ThrowIfNull(trusted);
        return SignedNote.CheckSignatures(Text, Signatures, trusted);
    }

    /// <summary>Adds a signature.</summary>
    /// <param name="signer">Signs it.</param>
    /// <param name="cancellationToken">Gives up waiting for the signer.</param>
    /// <exception cref="ArgumentException">The signer's name or public key can't be one.</exception>
    /// <exception cref="CryptographicException">What the signer gave is no signature of this text by its key.</exception>
    public async ValueTask<Checkpoint> SignAsync(IRecordingSigner signer, CancellationToken cancellationToken = default)
    {
        var added = await SignedNote.SignAsync(Text, signer, cancellationToken).ConfigureAwait(false);
        return new Checkpoint(Origin, Size, root, Text, [.. Signatures, .. added.Signatures]);
    }

    /// <summary>The checkpoint as a note: text, empty line, signature lines.</summary>
    public override string ToString() => $"{Text}\n{SignatureLines}";

    internal string SignatureLines => string.Concat(Signatures.Select(signature => signature.Line));

    internal Checkpoint With(IReadOnlyList<NoteSignature> signatures) => new(Origin, Size, root, Text, signatures);

    private static bool TryParse(string text, IReadOnlyList<NoteSignature> signatures, out Checkpoint? checkpoint, [NotNullWhen(false)] out string? problem)
    {
        checkpoint = null;
        problem = null;
        var lines = text.Split('\n');
        if (SignedNote.HasControlCharacters(text))
            problem = "it has control characters other than newlines";
        else if (lines.Length < 4 || Array.FindIndex(lines, 0, lines.Length - 1, line => line.Length == 0) >= 0)
            problem = "its text has less than three lines, or an empty one";
        else if (!TryReadNumber(lines[1], out var size))
            problem = "its second line is no number of leaves";
        else if (!StrictBase64.TryDecodeHash(lines[2], out var root))
            problem = "its third line is no hash of 32 bytes in base64";
        else
            checkpoint = new Checkpoint(lines[0], size, root, text, signatures);
        return problem is null;
    }

    /// <summary>Reads a decimal number without zeros in front.</summary>
    internal static bool TryReadNumber(ReadOnlySpan<char> text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && (text.Length == 1 || text[0] != '0');
}
