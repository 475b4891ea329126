using System.Diagnostics;

namespace Reenact.Cli.Tests;

/// <summary>The tool as a process of its own.</summary>
public class ProcessTests
{
    [Fact]
    public async Task It_shows_and_verifies()
    {
        using var sample = await SampleRecording.CreateAsync();

        var show = await RunAsync("show", sample.File);
        var verify = await RunAsync("verify", sample.File);

        Assert.Equal((0, ""), (show.ExitCode, show.Error));
        Assert.Contains("├─ FlightTools.SearchDirectAsync", show.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (verify.ExitCode, verify.Error));
    }

    [Fact]
    public async Task Wrong_usage_is_exit_code_2() => Assert.Equal(2, (await RunAsync("show")).ExitCode);

    [Fact]
    public async Task A_reader_that_goes_away_is_no_error()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a POSIX shell.");
        using var sample = await SampleRecording.CreateAsync(more: session =>
        {
            for (var i = 0; i < 20_000; i++)
            {
                session.Note($"note {i}");
            }
        });

        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"(dotnet '{Tool}' show '{sample.File}'; echo \"exit $?\" >&2) | head -1");
        var run = await RunAsync(start);

        Assert.Equal("exit 0\n", run.Error);
        Assert.Equal(sample.File + "\n", run.Output);
    }

    private static string Tool => typeof(ReenactTool).Assembly.Location;

    private static Task<ToolRun> RunAsync(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Tool);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        return RunAsync(start);
    }

    private static async Task<ToolRun> RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ToolRun(process.ExitCode, await output, await error);
    }
}
