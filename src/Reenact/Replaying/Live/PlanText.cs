using System.Globalization;
using Reenact.Values;

namespace Reenact.Replaying;

/// <summary>Prints plans for people, on one line.</summary>
internal static class PlanText
{
    public static string Print(ReplayPlan plan)
    {
        List<string> parts =
        [
            .. plan.LiveKinds.Select(kind => $"live {PlanJson.NameOf(kind)} calls"),
            .. plan.LiveMethods.Select(method => $"live {TextEscape.Message(method)}"),
            .. plan.Overrides.Select(planned => $"override {TextEscape.Message(planned.ToString())}"),
        ];
        if (plan.ComparesResults)
        {
            parts.Add("compare all calls with the live world");
        }

        if (plan.ForkEvent is { } fork)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"fork at event {fork}"));
        }

        if (plan.RecordingPath is { } path)
        {
            parts.Add($"record to {TextEscape.Message(path)}");
        }

        if (plan.CodeVersion is { } version)
        {
            parts.Add($"code {TextEscape.Message(version)}");
        }

        return parts.Count == 0 ? "serve all calls" : string.Join("; ", parts);
    }
}
