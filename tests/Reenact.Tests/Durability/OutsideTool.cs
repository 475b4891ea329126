using System.Diagnostics;
using Xunit;

namespace Reenact.Tests.Durabilities;

/// <summary>Runs tools of the system, which are not everywhere.</summary>
internal static class OutsideTool
{
    /// <summary>Skips the test where a tool is missing, or may not do what is needed.</summary>
    public static async Task SkipWithoutAsync(string tool, params string[] trial)
    {
        try
        {
            Assert.SkipUnless((await RunAsync(tool, trial)).ExitCode == 0, $"{tool} may not do what is needed here.");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{tool} is not installed.");
        }
    }

    /// <summary>Skips the test where system calls can't be made to fail.</summary>
    public static Task SkipWithoutFaultsAsync() => SkipWithoutAsync("strace", "-o", "/dev/null", "-e", "inject=getuid:error=EPERM:when=1000", "true");

    /// <summary>Runs a tool to its end.</summary>
    public static async Task<(int ExitCode, string[] Lines)> RunAsync(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(5)); // A hang is what is looked for, and not a slow machine.
        try
        {
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            await errors;
            return (process.ExitCode, output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Runs a program while one system call of it fails.</summary>
    /// <param name="calls">The system calls, with commas between them.</param>
    /// <param name="error">How they fail.</param>
    /// <param name="time">Which of them: 1 for the first.</param>
    /// <param name="paths">The files whose calls count; none for all.</param>
    /// <param name="program">The program.</param>
    /// <returns>What the program said, and whether the call failed at all: it may not be made so often.</returns>
    public static async Task<((int ExitCode, string[] Lines) Run, bool Failed)> RunWithFaultAsync(string calls, string error, int time, string[] paths, string[] program)
    {
        var log = Path.GetTempFileName();
        try
        {
            string[] injection = ["-f", "-qq", "-o", log, .. paths.SelectMany(path => new[] { "-P", path }), "-e", $"trace={calls}", "-e", $"inject={calls}:error={error}:when={time}"];
            var run = await RunAsync("strace", [.. injection, .. program]);
            return (run, (await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken)).Contains("(INJECTED)", StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(log);
        }
    }
}
