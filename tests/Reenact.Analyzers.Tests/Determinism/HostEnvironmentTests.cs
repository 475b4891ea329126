namespace Reenact.Analyzers.Tests.Determinism;

public sealed class HostEnvironmentTests
{
    [Theory]
    [InlineData("{|REEN2003:Environment.GetEnvironmentVariable(\"REGION\")|}")]
    [InlineData("{|REEN2003:Environment.MachineName|}")]
    [InlineData("{|REEN2003:Environment.UserName|}")]
    [InlineData("{|REEN2003:Environment.CurrentDirectory|}")]
    [InlineData("{|REEN2003:Environment.GetCommandLineArgs()|}")]
    [InlineData("{|REEN2003:Environment.ProcessorCount|}")]
    [InlineData("{|REEN2003:Environment.ProcessId|}")]
    [InlineData("{|REEN2003:Environment.CurrentManagedThreadId|}")]
    [InlineData("{|REEN2003:Thread.CurrentThread|}.ManagedThreadId")]
    [InlineData("{|REEN2003:System.Globalization.CultureInfo.CurrentCulture|}.Name")]
    [InlineData("{|REEN2003:TimeZoneInfo.Local|}.Id")]
    [InlineData("{|REEN2003:AppContext.BaseDirectory|}")]
    [InlineData("{|REEN2003:OperatingSystem.IsWindows()|}")]
    [InlineData("{|REEN2003:System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription|}")]
    [InlineData("{|REEN2003:Path.GetTempPath()|}")]
    [InlineData("{|REEN2003:Path.GetFullPath(\"orders.json\")|}")]
    public Task Reading_the_environment_is_flagged(string expression) => DeterminismVerifier.VerifyAsync(Agent.Evaluating(expression));

    [Theory]
    [InlineData("Environment.NewLine")]
    [InlineData("Path.DirectorySeparatorChar")]
    [InlineData("Path.Combine(\"a\", \"b\")")]
    [InlineData("System.Globalization.CultureInfo.InvariantCulture.Name")]
    [InlineData("System.Globalization.CultureInfo.GetCultureInfo(\"de-DE\").Name")]
    [InlineData("TimeZoneInfo.Utc.Id")]
    public Task Constants_of_the_environment_are_not_flagged(string expression) => DeterminismVerifier.VerifyAsync(Agent.Evaluating(expression));
}
