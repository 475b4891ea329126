namespace Reenact.CodeFixes.Determinism;

/// <summary>What stands in for an API in replayed code, by the API's documentation id. Values keep their type, unit and kind.</summary>
internal static class DeterministicReplacements
{
    /// <summary>Expressions for properties and constructors, which are replaced as a whole.</summary>
    public static readonly IReadOnlyDictionary<string, string> Values = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["P:System.DateTime.UtcNow"] = "Deterministic.UtcNow.UtcDateTime",
        // Local times are captured as they were: converted from UTC again, they would follow the zone of the machine that replays.
        ["P:System.DateTime.Now"] = "Deterministic.Capture(\"now\", static () => DateTime.Now)",
        ["P:System.DateTime.Today"] = "Deterministic.Capture(\"today\", static () => DateTime.Today)",
        ["P:System.DateTimeOffset.UtcNow"] = "Deterministic.UtcNow",
        ["P:System.DateTimeOffset.Now"] = "Deterministic.Capture(\"now\", static () => DateTimeOffset.Now)",
        ["P:System.TimeProvider.System"] = "Deterministic.TimeProvider",
        ["P:System.Random.Shared"] = "Deterministic.Random",
        ["M:System.Random.#ctor"] = "Deterministic.Random",
    };

    /// <summary>Methods that take the same arguments, also where they are named without being called.</summary>
    public static readonly IReadOnlyDictionary<string, string> Methods = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["M:System.Diagnostics.Stopwatch.GetTimestamp"] = "Deterministic.TimeProvider.GetTimestamp",
        ["M:System.Diagnostics.Stopwatch.GetElapsedTime(System.Int64)"] = "Deterministic.TimeProvider.GetElapsedTime",
        ["M:System.Guid.NewGuid"] = "Deterministic.NewGuid",
        ["M:System.Guid.CreateVersion7"] = "Deterministic.CreateVersion7",
        ["M:System.Environment.GetEnvironmentVariable(System.String)"] = "Deterministic.GetEnvironmentVariable",
    };

    /// <summary>Methods that are replaced only where they are called.</summary>
    public static readonly IReadOnlyDictionary<string, string> Calls = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["M:System.Threading.Tasks.Task.Delay(System.TimeSpan)"] = "Deterministic.Delay",
        ["M:System.Threading.Tasks.Task.Delay(System.TimeSpan,System.Threading.CancellationToken)"] = "Deterministic.Delay",
        ["M:System.Threading.Tasks.Task.Delay(System.Int32)"] = "Deterministic.Delay",
        ["M:System.Threading.Tasks.Task.Delay(System.Int32,System.Threading.CancellationToken)"] = "Deterministic.Delay",
    };
}
