using Reenact.Integrity;
using Spectre.Console;

namespace Reenact.Cli;

/// <summary>Prints what verifying a recording found.</summary>
internal static class VerificationPrinter
{
    public static void Print(Recording recording, RecordingVerification verification, Verdict verdict, ToolConsole console)
    {
        new StyledLine()
            .Add(SafeText.OneLine(recording.Path), Palette.Name)
            .Add(": ")
            .Add(Words.Of(verdict.State), verdict.State switch
            {
                RecordingState.Sealed => Palette.Good,
                RecordingState.Unsealed => Palette.Warning,
                _ => Palette.Bad,
            })
            .Add(verdict.Passed ? "" : ", not verified", Palette.Bad)
            .WriteTo(console);
        Line(console, verification.IsIntact ? "passed" : "checked", Checks(verification));
        Line(console, "contents", Contents(recording, verification), verification.Encryption == RecordingEncryption.Decrypted ? Style.Plain : Palette.Warning);
        Line(console, "root", verification.Root.IsEmpty ? "" : Convert.ToHexStringLower(verification.Root.Span));
        Line(console, "signature", Signature(verification), SignatureStyle(verification.Signature));
        Line(console, "grown from", GrownFrom(verification), Palette.Good);
        foreach (var finding in verification.Findings)
        {
            Line(console, SeverityWord(finding.Severity), SafeText.OneLine(finding.Message), finding.Severity switch
            {
                FindingSeverity.Error => Palette.Bad,
                FindingSeverity.Warning => Palette.Warning,
                _ => Style.Plain,
            });
        }
    }

    public static string SeverityWord(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Information => "note",
        _ => Words.Of(severity),
    };

    private static string GrownFrom(RecordingVerification verification)
    {
        var grown = verification.Kept.Count(kept => kept.Status == CheckpointStatus.Grown);
        return grown == 0 ? "" : $"{Quantities.Count(grown, "kept checkpoint")}, the last over {Quantities.Count(verification.Kept.Last(kept => kept.Status == CheckpointStatus.Grown).Checkpoint.Size, "block")}";
    }

    private static string Checks(RecordingVerification verification)
    {
        var isRead = !verification.StoredBytesOnly && verification.MissingDictionary is null && verification.Encryption is (RecordingEncryption.None or RecordingEncryption.Decrypted);
        var seal = verification.IsSealed ? ", seal, Merkle root" : "";
        var contents = !isRead ? "" : verification.IsSealed ? ", index, summary, events" : ", events";
        return $"structure, checksums{seal}{contents} ({Quantities.Count(verification.Leaves, "block")}, {Quantities.Count(verification.Events, "event")})";
    }

    private static string Contents(Recording recording, RecordingVerification verification) => verification.Encryption switch
    {
        not RecordingEncryption.Erased when verification.MissingDictionary is { } dictionary => $"compressed with dictionary {dictionary}, which was not found; not looked at",
        RecordingEncryption.Decrypted when verification.StoredBytesOnly => $"encrypted with key {recording.KeyId}; left out (--stored-only)",
        RecordingEncryption.Decrypted => $"encrypted with key {recording.KeyId}; decrypted",
        RecordingEncryption.Locked => $"encrypted with key {recording.KeyId}; not decrypted (--keys)",
        RecordingEncryption.Erased => $"erased: key {recording.KeyId} was destroyed",
        _ => "",
    };

    private static void Line(ToolConsole console, string label, string text, Style? style = null)
    {
        if (text.Length != 0)
        {
            new StyledLine().Add("  " + label.PadRight(12), Palette.Quiet).Add(text, style).WriteTo(console);
        }
    }

    private static string Signature(RecordingVerification verification) => verification.Signature switch
    {
        SignatureStatus.Valid => "valid, by " + SafeText.OneLine(verification.SignedBy ?? ""),
        SignatureStatus.Invalid => "invalid",
        SignatureStatus.UnknownKey => "by a key that was not given (--key)",
        _ => "none",
    };

    private static Style SignatureStyle(SignatureStatus status) => status switch
    {
        SignatureStatus.Valid => Palette.Good,
        SignatureStatus.Invalid => Palette.Bad,
        _ => Palette.Warning,
    };
}
