namespace Reenact.Testing.Reports;

/// <summary>Says in a report what failed a test.</summary>
internal static class TestFailure
{
    /// <returns>Null for a divergence, which the report tells in full.</returns>
    public static string? Describe(Exception failure) =>
        failure is ReplayDivergenceException ? null : $"{failure.GetType().FullName}: {failure.Message}";

    /// <summary>Says why a recording can't be read, next to its path.</summary>
    public static string DescribeUnread(Exception failure) =>
        $"{failure.GetType().FullName}: {(failure is RecordingException recording ? recording.MessageWithoutPath : failure.Message)}";
}
