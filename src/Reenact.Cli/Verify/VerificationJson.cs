using Reenact.Integrity;

namespace Reenact.Cli;

/// <summary>The document of <c>reenact verify --json</c>; docs/cli.md describes it.</summary>
internal static class VerificationJson
{
    public static void Write(Recording recording, RecordingVerification verification, Verdict verdict, TextWriter output)
    {
        using var document = new JsonDocumentWriter(output);
        var json = document.Json;
        json.WriteStartObject();
        json.WriteString("file", recording.Path);
        json.WriteString("sessionId", recording.SessionId);
        json.WriteBoolean("passed", verdict.Passed);
        json.WriteString("state", Words.Json(verdict.State));
        json.WriteString("encryption", Words.Json(verification.Encryption));
        json.WriteString("missingDictionary", verification.MissingDictionary);
        document.Member("keyId", recording.KeyId?.ToString());
        json.WriteBoolean("storedOnly", verification.StoredBytesOnly);
        json.WriteNumber("blocks", verification.Leaves);
        json.WriteNumber("events", verification.Events);
        json.WriteNumber("eventsInTail", verification.EventsInTail);
        document.Member("root", verification.Root.IsEmpty ? null : Convert.ToHexStringLower(verification.Root.Span));
        json.WriteString("signature", Words.Json(verification.Signature));
        document.Member("signedBy", verification.SignedBy);
        document.Member("checkpoint", verification.Checkpoint?.ToString());
        json.WriteStartArray("kept");
        foreach (var kept in verification.Kept)
        {
            json.WriteStartObject();
            json.WriteNumber("blocks", kept.Checkpoint.Size);
            json.WriteString("root", Convert.ToHexStringLower(kept.Checkpoint.Root.Span));
            json.WriteString("status", Words.Json(kept.Status));
            json.WriteString("signature", Words.Json(kept.Signature.Status));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var finding in verification.Findings)
        {
            json.WriteStartObject();
            json.WriteString("severity", VerificationPrinter.SeverityWord(finding.Severity));
            json.WriteString("message", finding.Message);
            document.Member("offset", finding.Offset);
            document.Member("sequence", finding.Sequence);
            document.Member("checkpoint", finding.Checkpoint is { } status ? Words.Json(status) : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
