namespace Reenact.Analyzers.Tests.Determinism;

public sealed class HostEnvironmentTests
{
    [Theory]
    [InlineData("{|REEN2003:((WeakReference<string>)input).TryGetTarget(out _)|}")]
    [InlineData("{|REEN2003:System.Diagnostics.Debugger.IsAttached|}")]
    [InlineData("{|REEN2003:new DirectoryInfo(\"a\").FullName|}")]
    [InlineData("{|REEN2003:Console.WindowWidth|}")]
    [InlineData("{|REEN2003:((System.Net.IWebProxy)input).GetProxy(new Uri(\"https://example.com\"))|}")]
    [InlineData("{|REEN2003:System.Security.Claims.ClaimsPrincipal.Current|}")]
    [InlineData("{|REEN2003:((System.Resources.ResourceManager)input).GetString(\"a\")|}")]
    [InlineData("{|REEN2003:Environment.GetFolderPath(Environment.SpecialFolder.Desktop)|}")]
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

    [Theory]
    [InlineData("Environment.SpecialFolder.Desktop")]
    [InlineData("AppContext.GetData(\"REGEX_DEFAULT_MATCH_TIMEOUT\") is TimeSpan")]
    [InlineData("new Version(1, 2)")]
    [InlineData("typeof(string).Assembly.GetName().Name")]
    [InlineData("GC.AllocateUninitializedArray<byte>(4).Length")]
    [InlineData("((System.Resources.ResourceManager)input).GetString(\"a\", System.Globalization.CultureInfo.InvariantCulture)")]
    [InlineData("new WeakReference<object>(input)")]
    public Task What_is_the_same_everywhere_is_not_flagged(string expression) => DeterminismVerifier.VerifyAsync(Agent.Evaluating(expression));
}
