using System.Text;

namespace Reenact.Integrity;

/// <summary>Signed notes (C2SP signed-note): a text, an empty line, and a line for each signature.</summary>
internal static class SignedNote
{
    public const int MaxSize = 64 << 10;
    public const int MaxSignatures = 100;

    private const string LineStart = "\u2014 ";

    /// <summary>Signs a text.</summary>
    /// <returns>The signature line, with its newline.</returns>
    public static string Sign(string text, IRecordingSigner signer)
    {
        NoteKey.CheckName(signer.KeyName);
        var publicKey = signer.PublicKey.Span;
        var signature = signer.Sign(Encoding.UTF8.GetBytes(text));
        if (publicKey.Length != NoteKey.PublicKeySize || signature.Length != NoteKey.SignatureSize)
            throw new ArgumentException($"The signer '{signer.KeyName}' gives a public key of {publicKey.Length} bytes and a signature of {signature.Length}; Ed25519 has {NoteKey.PublicKeySize} and {NoteKey.SignatureSize}.", nameof(signer));

        return $"{LineStart}{signer.KeyName} {Convert.ToBase64String([.. NoteKey.Id(signer.KeyName, publicKey), .. signature])}\n";
    }

    /// <summary>Checks the signatures of a text.</summary>
    /// <param name="text">The text, with its last newline.</param>
    /// <param name="signatures">The signature lines.</param>
    /// <param name="trusted">The keys that count. Signatures of others are ignored, as the specification demands.</param>
    public static SignatureCheck Check(string text, string signatures, IEnumerable<RecordingVerifierKey> trusted)
    {
        if (signatures.Length == 0)
            return new SignatureCheck(SignatureStatus.None, null, []);
        if (Encoding.UTF8.GetByteCount(text) + Encoding.UTF8.GetByteCount(signatures) > MaxSize || !signatures.EndsWith('\n'))
            return new SignatureCheck(SignatureStatus.Invalid, null, []);

        var lines = signatures[..^1].Split('\n');
        if (lines.Length > MaxSignatures)
            return new SignatureCheck(SignatureStatus.Invalid, null, []);

        var keys = trusted.ToArray();
        var bytes = Encoding.UTF8.GetBytes(text);
        var names = new List<string>(lines.Length);
        RecordingVerifierKey? verified = null;
        foreach (var line in lines)
        {
            if (!TryParse(line, out var name, out var signature))
                return new SignatureCheck(SignatureStatus.Invalid, null, names);
            names.Add(name);
            var key = Array.Find(keys, key => key.Name == name && signature.AsSpan(0, NoteKey.IdSize).SequenceEqual(key.Id));
            if (key is null)
                continue;
            if (!key.Verify(bytes, signature.AsSpan(NoteKey.IdSize)))
                return new SignatureCheck(SignatureStatus.Invalid, key, names);
            verified ??= key;
        }

        return new SignatureCheck(verified is null ? SignatureStatus.UnknownKey : SignatureStatus.Valid, verified, names);
    }

    private static bool TryParse(string line, out string name, out byte[] signature)
    {
        name = "";
        signature = [];
        if (!line.StartsWith(LineStart, StringComparison.Ordinal))
            return false;

        var space = line.IndexOf(' ', LineStart.Length);
        if (space < 0)
            return false;
        name = line[LineStart.Length..space];
        var base64 = line[(space + 1)..];
        var buffer = new byte[base64.Length];
        if (!NoteKey.IsValidName(name) || base64.AsSpan().ContainsAny(" \t\r") || !Convert.TryFromBase64String(base64, buffer, out var length) || length <= NoteKey.IdSize)
            return false;
        signature = buffer[..length];
        return true;
    }
}
