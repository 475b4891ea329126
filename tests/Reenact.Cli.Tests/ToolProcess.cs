using System.Diagnostics;

namespace Reenact.Cli.Tests;

/// <summary>The tool as a process of its own.</summary>
internal static class ToolProcess
{
    /// <summary>The program that replays a folder of recordings, as a command.</summary>
    public static string[] Worker => ["dotnet", typeof(RecordingWorker.Recordings).Assembly.Location];

    public static string Tool => typeof(ReenactTool).Assembly.Location;

    public static Process Start(params IEnumerable<string> args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Tool);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        return Process.Start(start)!;
    }

    public static async Task<ToolRun> RunAsync(params IEnumerable<string> args)
    {
        using var process = Start(args);
        return await EndAsync(process);
    }

    public static async Task<ToolRun> EndAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ToolRun(process.ExitCode, await output, await error);
    }

    /// <summary>Waits until a file is there, and reads it.</summary>
    public static async Task<string> WaitForAsync(string file)
    {
        while (!File.Exists(file))
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        return await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until a process is no more. A zombie, which nobody in a container may reap, is none.</summary>
    public static async Task WaitForEndAsync(int id)
    {
        while (File.Exists($"/proc/{id}/stat") && !(await File.ReadAllTextAsync($"/proc/{id}/stat", TestContext.Current.CancellationToken)).Contains(") Z ", StringComparison.Ordinal))
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
