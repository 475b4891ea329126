using System.Globalization;
using System.Text;
using Reenact.Values;

namespace Reenact.Experiments;

/// <summary>Prints what experiments came to, for people.</summary>
internal static class ExperimentText
{
    public static string Print(ReplayPlan plan, IReadOnlyList<ExperimentResult> results)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"experiment over {results.Count} recordings: {plan}\n")
            .Append(CultureInfo.InvariantCulture, $"  {results.Count(result => result.Succeeded)} came to their end, ")
            .Append(CultureInfo.InvariantCulture, $"{results.Count(result => result is { Divergence: not null, Exception: null })} diverged, ")
            .Append(CultureInfo.InvariantCulture, $"{results.Count(result => result.Exception is not null)} failed; ")
            .Append(CultureInfo.InvariantCulture, $"{results.Count(result => result is { Succeeded: true, OutcomeChanged: true })} with another outcome\n");
        foreach (var result in results)
        {
            text.Append("  ").Append(TextEscape.Message(result.Recording)).Append(": ").Append(Print(result)).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string Print(ExperimentResult result) => result switch
    {
        { Exception: { } exception } => $"failed: {exception.GetType()}: {TextEscape.Message(exception.Message)}",
        { Divergence: { } divergence } => $"diverged{(divergence.Event is { } sequence ? $" at event {sequence}" : "")}: {TextEscape.Message(divergence.Message)}",
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"{Name(result.RecordedOutcome)} then, {Name(result.Outcome)} now; {result.Report!.LiveCalls} live calls, {result.Report.Live.Count(call => call.SameResult == false)} with another result, {result.Report.Consequences.Count} consequences"),
    };

    private static string Name(Outcome? outcome) => outcome?.ToString().ToLowerInvariant() ?? "unknown";
}
