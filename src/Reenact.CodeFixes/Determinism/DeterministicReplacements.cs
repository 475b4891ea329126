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
        ["P:System.Environment.TickCount64"] = "((long)Deterministic.TimeProvider.GetElapsedTime(0).TotalMilliseconds)",
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

    /// <summary>Calls and constructors that wait, whose first argument says how long.</summary>
    public static readonly IReadOnlyDictionary<string, WaitKind> Waits = new Dictionary<string, WaitKind>(StringComparer.Ordinal)
    {
        ["M:System.Threading.Tasks.Task.Delay(System.TimeSpan)"] = WaitKind.Delay,
        ["M:System.Threading.Tasks.Task.Delay(System.TimeSpan,System.Threading.CancellationToken)"] = WaitKind.Delay,
        ["M:System.Threading.Tasks.Task.Delay(System.Int32)"] = WaitKind.Delay,
        ["M:System.Threading.Tasks.Task.Delay(System.Int32,System.Threading.CancellationToken)"] = WaitKind.Delay,
        ["M:System.Threading.Thread.Sleep(System.Int32)"] = WaitKind.Sleep,
        ["M:System.Threading.Thread.Sleep(System.TimeSpan)"] = WaitKind.Sleep,
        ["M:System.Threading.Tasks.Task.WaitAsync(System.TimeSpan)"] = WaitKind.Provider,
        ["M:System.Threading.Tasks.Task.WaitAsync(System.TimeSpan,System.Threading.CancellationToken)"] = WaitKind.Provider,
        ["M:System.Threading.Tasks.Task`1.WaitAsync(System.TimeSpan)"] = WaitKind.Provider,
        ["M:System.Threading.Tasks.Task`1.WaitAsync(System.TimeSpan,System.Threading.CancellationToken)"] = WaitKind.Provider,
        ["M:System.Threading.CancellationTokenSource.#ctor(System.TimeSpan)"] = WaitKind.Provider,
        ["M:System.Threading.CancellationTokenSource.#ctor(System.Int32)"] = WaitKind.Provider,
        ["M:System.Threading.PeriodicTimer.#ctor(System.TimeSpan)"] = WaitKind.Provider,
    };
}
