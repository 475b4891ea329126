using System.Text;
using Reenact.Values;

namespace Reenact.Replaying;

/// <summary>Prints divergences for people.</summary>
internal static class DivergenceText
{
    public static string Print(Divergence divergence)
    {
        var text = new StringBuilder();
        text.Append("Replay of ").Append(TextEscape.Message(divergence.Recording)).Append(" diverged");
        if (divergence.Event is { } sequence)
        {
            text.Append(" at event ").Append(sequence);
        }

        text.Append(": ").Append(NameOf(divergence.Kind));
        if (divergence.Inside is { } inside)
        {
            text.Append(", inside ").Append(TextEscape.Message(inside));
        }

        text.Append(".\n").Append(TextEscape.Lines(divergence.Message)).Append('\n');
        text.Append(divergence.Expected is null && divergence.Actual is null ? "" : "\n");
        AppendLine(text, "  expected  ", divergence.Expected);
        AppendLine(text, "  actual    ", divergence.Actual);
        AppendList(text, "differences", divergence.Differences);
        AppendList(text, "where the code stands", divergence.Stack);
        AppendList(text, "last matched calls", divergence.LastMatched);
        AppendList(text, "nearest recorded calls not used yet", divergence.Candidates);
        if (divergence.NearTie is { } tie)
        {
            text.Append("\n  The recording ran freely, and just before this two of its events were so near to each other that their order may be chance:\n  ")
                .Append(TextEscape.Message(tie.ToString()))
                .Append(".\n  Record with Scheduling.Exact for replays that reproduce every race.\n");
        }

        return text.Append("\n  What to do: ").Append(TextEscape.Lines(divergence.Remedy)).ToString();
    }

    public static string NameOf(DivergenceKind kind) => kind switch
    {
        DivergenceKind.UnexpectedCall => "unexpected call",
        DivergenceKind.ArgumentsDiffer => "arguments differ",
        DivergenceKind.OrderDiffers => "order differs",
        DivergenceKind.ResultNotReadable => "recorded result can't be read",
        DivergenceKind.CallMissing => "recorded call was never made",
        DivergenceKind.OutputDiffers => "output differs",
        DivergenceKind.CapturedValueExhausted => "captured value exhausted",
        DivergenceKind.Stuck => "stuck",
        DivergenceKind.SideEffectsRefused => "side effects refused",
        DivergenceKind.ExceptionNotMade => "recorded exception can't be made",
        DivergenceKind.Leaked => "replayed code reached outside",
        DivergenceKind.StreamReadDiffers => "stream is read otherwise",
        _ => "the recording ends here",
    };

    private static void AppendLine(StringBuilder text, string label, string? value)
    {
        if (value is not null)
        {
            text.Append(label).Append(TextEscape.Lines(value)).Append('\n');
        }
    }

    private static void AppendList(StringBuilder text, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        text.Append("\n  ").Append(title).Append(":\n");
        foreach (var line in lines)
        {
            text.Append("    ").Append(TextEscape.Lines(line).ReplaceLineEndings("\n    ")).Append('\n');
        }
    }
}
