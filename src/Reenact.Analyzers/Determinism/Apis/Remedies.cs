namespace Reenact.Analyzers.Determinism.Apis;

/// <summary>What messages advise, as the end of a sentence.</summary>
internal static class Remedies
{
    public const string Capture = "read it with 'Deterministic.Capture'";
    public const string Record = "move it into a [Recorded] method";
    public const string Elsewhere = "move it into a [Recorded] method, or read it with 'Deterministic.Capture'";
    public const string UtcNow = "use 'Deterministic.UtcNow'";
    public const string Random = "use 'Deterministic.Random'";
    public const string Delay = "use 'Deterministic.Delay'";
    public const string PassTimeProvider = "pass 'Deterministic.TimeProvider'";
    public const string WhenAll = "start the tasks directly and await them with 'Task.WhenAll'";
    public const string Await = "await it";
}
