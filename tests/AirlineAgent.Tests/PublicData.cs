namespace AirlineAgent.Tests;

/// <summary>The public data that some tests need, where <c>REENACT_DATA</c> says it is.</summary>
public static class PublicData
{
    public const string Missing = "The public data is not there: REENACT_DATA names no folder that holds tau-bench.";

    /// <summary>The tau-bench folder.</summary>
    public static string TauBench { get; } = Path.Combine(Environment.GetEnvironmentVariable("REENACT_DATA") ?? "", "tau-bench");

    public static string Transcripts => Path.Combine(TauBench, "gpt-4o-airline.json");

    public static bool IsThere => File.Exists(Transcripts);
}
