namespace Reenact.PackageTests;

/// <summary>Programs that know only the packages.</summary>
public sealed class ConsumerTests(PackedPackages packages)
{
    private const string Recorded = "recorded: Oslo: -4 degrees, ice\n";
    private const string Replayed = "replayed: Oslo: -4 degrees, ice; 1 of 1 calls matched\n";

    [Fact]
    public async Task A_console_program_records_and_replays()
    {
        using var project = packages.Consume("Console");

        var run = await project.DotNetAsync("run", "--", "case.reenact");

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains(Recorded, run.Output, StringComparison.Ordinal);
        Assert.Contains(Replayed, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_that_is_not_partial_and_a_clock_in_replayed_code_are_reported_with_their_pages()
    {
        using var project = packages.Consume("Console");
        project.Replace("Weather.cs", "public partial Task<Forecast> ForecastAsync(string city, CancellationToken cancellationToken = default);", "public Task<Forecast> ForecastAsync(string city, CancellationToken cancellationToken = default) => ForecastCoreAsync(city, cancellationToken);");
        project.Replace("Weather.cs", "return $\"", "return DateTime.Now.Year + $\"");

        var run = await project.DotNetAsync("build");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("error REEN1001", run.Output, StringComparison.Ordinal);
        Assert.Contains("REEN2001", run.Output, StringComparison.Ordinal);
        Assert.Contains("docs/rules/REEN1001.md", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("AD0001", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("CS8785", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_with_recorded_methods_serves_a_program_that_has_no_generator()
    {
        using var project = packages.Consume("Library");

        var built = await project.DotNetAsync("build", "App");
        var run = await project.DotNetAsync("run", "--project", "App", "--no-build", "--", "case.reenact");

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains(Recorded, run.Output, StringComparison.Ordinal);
        Assert.Contains(Replayed, run.Output, StringComparison.Ordinal);
        Assert.Contains("compiled with ", built.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("compiled with Reenact", built.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_is_told_which_members_of_a_library_are_not_deterministic()
    {
        using var project = packages.Consume("Clocks");

        var built = await project.DotNetAsync("build", "App");

        Assert.True(built.ExitCode == 0, built.Output);
        Assert.Contains("Program.cs(13,19): warning REEN2001: 'Clock.Now' reads the wall clock, which differs on replay; it uses 'DateTimeOffset.UtcNow' (Clock.Now → Inner.Read)", built.Output, StringComparison.Ordinal);
        Assert.Contains("Program.cs(14,18): warning REEN2002: 'Clock.NewId'", built.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Clock.Epoch", built.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("CS8785", built.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("AD0001", built.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_project_records_once_and_replays_each_recording()
    {
        using var project = packages.Consume("Xunit");

        var build = await project.DotNetAsync("build", "-v", "quiet");
        Assert.True(build.ExitCode == 0, build.Output);
        var program = Directory.EnumerateFiles(Path.Combine(project.Folder, "bin", "Debug", "net10.0"), "Weather.Tests.dll").Single();
        var missing = await Consuming.DotNet.RunAsync(project.Folder, [program, "-class", "Weather.EveryRecordingTests"]);
        var recording = await Consuming.DotNet.RunAsync(project.Folder, [program, "-class", "Weather.WeatherTests"], ("WEATHER_ONLINE", "1"));
        var replaying = await Consuming.DotNet.RunAsync(project.Folder, [program], ("CI", "true"));

        Assert.NotEqual(0, missing.ExitCode);
        Assert.Contains("No recording matches 'recordings/*.reenact'", missing.Output, StringComparison.Ordinal);
        Assert.True(recording.ExitCode == 0, recording.Output);
        Assert.True(File.Exists(Path.Combine(project.Folder, "recordings", "oslo.reenact")), recording.Output);
        Assert.True(replaying.ExitCode == 0, replaying.Output);
        Assert.Contains("Total: 2, Errors: 0, Failed: 0", replaying.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tool_installs_and_shows_a_recording()
    {
        using var project = packages.Consume("Console");
        var run = await project.DotNetAsync("run", "--", "case.reenact");
        Assert.True(run.ExitCode == 0, run.Output);

        var install = await project.DotNetAsync("tool", "install", "Reenact.Cli", "--version", project.Version, "--tool-path", "tools");
        Assert.True(install.ExitCode == 0, install.Output);
        var tool = Path.Combine(project.Folder, "tools", OperatingSystem.IsWindows() ? "reenact.exe" : "reenact");
        var show = await Consuming.DotNet.RunAsync(tool, project.Folder, ["show", "case.reenact"]);
        var verify = await Consuming.DotNet.RunAsync(tool, project.Folder, ["verify", "case.reenact"]);

        Assert.True(show.ExitCode == 0, show.Output);
        Assert.Contains("WeatherTools.ForecastAsync", show.Output, StringComparison.Ordinal);
        Assert.True(verify.ExitCode == 0, verify.Output);
    }
}
