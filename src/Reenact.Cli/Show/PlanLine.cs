using System.Text.Json;
using Reenact.Events;

namespace Reenact.Cli;

/// <summary>Says on one line what the replay did otherwise than serve that a recording is of.</summary>
internal static class PlanLine
{
    public static string Of(RecordedValue plan)
    {
        string? text = null;
        try
        {
            text = plan.IsNil ? null : plan.ReadText();
            return text is null ? "" : SafeText.OneLine(Describe(text));
        }
        catch (Exception exception) when (exception is JsonException or ValueFormatException or InvalidOperationException or KeyNotFoundException)
        {
            return text is null ? "can't be read" : SafeText.OneLine(text); // Of a newer writer, or forged.
        }
    }

    private static string Describe(string json)
    {
        using var document = JsonDocument.Parse(json);
        var plan = document.RootElement;
        List<string> parts =
        [
            .. Texts(plan, "liveKinds").Select(kind => $"live {kind} calls"),
            .. Texts(plan, "liveMethods").Select(method => $"live {method}"),
        ];
        if (plan.TryGetProperty("overrides", out var overrides))
        {
            parts.AddRange(overrides.EnumerateArray().Select(planned =>
                $"override {(planned.TryGetProperty("method", out var method) ? method.GetString() : $"call {planned.GetProperty("call")}")} = {planned.GetProperty("result").GetString()}"));
        }

        if (plan.TryGetProperty("compares", out var compares) && compares.ValueKind == JsonValueKind.True)
        {
            parts.Add("compare all calls with the live world");
        }

        if (plan.TryGetProperty("forkEvent", out _))
        {
            parts.Add("live behind the fork");
        }

        if (plan.TryGetProperty("codeVersion", out var version))
        {
            parts.Add($"code {version.GetString()}");
        }

        return string.Join("; ", parts);
    }

    private static IEnumerable<string?> Texts(JsonElement plan, string name) =>
        plan.TryGetProperty(name, out var texts) ? texts.EnumerateArray().Select(text => text.GetString()) : [];
}
