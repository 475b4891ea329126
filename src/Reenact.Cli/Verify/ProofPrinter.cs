using Reenact.Integrity;

namespace Reenact.Cli;

/// <summary>Shows what a proof comes to.</summary>
internal static class ProofPrinter
{
    public static void Print(string path, ProofVerdict verdict, ToolConsole console)
    {
        new StyledLine()
            .Add(SafeText.OneLine(path), Palette.Name)
            .Add(": ")
            .Add(verdict.Passed ? "proved" : "not proved", verdict.Passed ? Palette.Good : Palette.Bad)
            .WriteTo(console);
        Line(console, "log", SafeText.OneLine(verdict.Checkpoint.Origin));
        Line(console, "claim", verdict.Claim + (verdict.Block?.Body is { } body ? $"; the proof holds the block ({Quantities.Size(body.Length)})" : ""));
        Line(console, "root", Convert.ToHexStringLower(verdict.Checkpoint.Root.Span));
        Line(console, "signature", verdict.Signature.Status switch
        {
            SignatureStatus.Valid => "valid, by " + SafeText.OneLine(verdict.Signature.Key!.Name),
            SignatureStatus.Invalid => "invalid",
            SignatureStatus.UnknownKey => "by a key that was not given (--key)",
            _ => "none",
        });
        foreach (var problem in verdict.Problems)
        {
            Line(console, "error", SafeText.OneLine(problem));
        }
    }

    public static void WriteJson(string path, ProofVerdict verdict, TextWriter output)
    {
        using var document = new JsonDocumentWriter(output);
        var json = document.Json;
        json.WriteStartObject();
        json.WriteString("file", path);
        json.WriteBoolean("passed", verdict.Passed);
        json.WriteString("claim", verdict.Claim);
        json.WriteString("origin", verdict.Checkpoint.Origin);
        document.Member("block", verdict.Block?.Number);
        document.Member("firstEvent", verdict.Block?.FirstEvent);
        document.Member("events", verdict.Block?.EventCount);
        document.Member("body", verdict.Block?.Body is { } body ? Convert.ToBase64String(body.Span) : null);
        json.WriteNumber("blocks", verdict.Checkpoint.Size);
        json.WriteString("root", Convert.ToHexStringLower(verdict.Checkpoint.Root.Span));
        json.WriteString("signature", Words.Json(verdict.Signature.Status));
        document.Member("signedBy", verdict.Signature.Status == SignatureStatus.Valid ? verdict.Signature.Key!.Name : null);
        json.WriteStartArray("problems");
        foreach (var problem in verdict.Problems)
        {
            json.WriteStringValue(problem);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Line(ToolConsole console, string label, string text) =>
        new StyledLine().Add("  " + label.PadRight(12), Palette.Quiet).Add(text).WriteTo(console);
}
