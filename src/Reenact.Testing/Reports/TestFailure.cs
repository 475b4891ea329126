namespace Reenact.Testing.Reports;

/// <summary>Says in a report what failed a test.</summary>
internal static class TestFailure
{
    /// <returns>Null for a divergence, which the report tells in full.</returns>
    public static string? Describe(Exception failure) =>
        failure is ReplayDivergenceException ? null : $"{failure.GetType().FullName}: {failure.Message}";
}
