using System.Text;
using System.Text.Json;

namespace Reenact.Replaying;

/// <summary>Writes plans as JSON; <c>docs/what-if.md</c> documents the members.</summary>
internal static class PlanJson
{
    public static string Write(ReplayPlan plan, string? codeVersion)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, plan, codeVersion);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>Writes a plan as an object.</summary>
    /// <param name="json">Where it goes.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="codeVersion">The version of the code, as far as it is known by now.</param>
    public static void Write(Utf8JsonWriter json, ReplayPlan plan, string? codeVersion)
    {
        json.WriteStartObject();
        json.WriteStartArray("liveKinds");
        foreach (var kind in plan.LiveKinds)
        {
            json.WriteStringValue(NameOf(kind));
        }

        json.WriteEndArray();
        json.WriteStartArray("liveMethods");
        foreach (var method in plan.LiveMethods)
        {
            json.WriteStringValue(method);
        }

        json.WriteEndArray();
        json.WriteStartArray("overrides");
        foreach (var planned in plan.Overrides)
        {
            Write(json, planned);
        }

        json.WriteEndArray();
        json.WriteBoolean("compares", plan.ComparesResults);
        if (plan.ForkEvent is { } fork)
        {
            json.WriteNumber("forkEvent", fork);
        }

        if (plan.RecordingPath is { } path)
        {
            json.WriteString("recording", path);
        }

        if (codeVersion is not null)
        {
            json.WriteString("codeVersion", codeVersion);
        }

        json.WriteEndObject();
    }

    public static string NameOf(CallKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private static void Write(Utf8JsonWriter json, PlannedOverride planned)
    {
        json.WriteStartObject();
        if (planned.Method is { } method)
        {
            json.WriteString("method", method);
        }

        if (planned.Call is { } call)
        {
            json.WriteNumber("call", call);
        }

        json.WriteString("result", planned.What);
        json.WriteEndObject();
    }
}
