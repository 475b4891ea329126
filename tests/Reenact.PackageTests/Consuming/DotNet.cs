using System.Diagnostics;
using System.Text;

namespace Reenact.PackageTests.Consuming;

/// <summary>Runs the dotnet command, or a program, and gives what it printed.</summary>
internal static class DotNet
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    public static Task<Run> RunAsync(string folder, string[] arguments, params (string Name, string? Value)[] environment) =>
        RunAsync("dotnet", folder, arguments, environment);

    public static async Task<Run> RunAsync(string program, string folder, string[] arguments, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What the runner of these tests set for itself is no business of the programs.
        foreach (var name in start.Environment.Keys.Where(IsOfTheRunner).ToList())
            start.Environment.Remove(name);

        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Append(output, $"{program} {string.Join(' ', arguments)} was stopped after {Limit.TotalMinutes} minutes.");
            return new Run(-1, output.ToString());
        }

        return new Run(process.ExitCode, output.ToString());
    }

    private static bool IsOfTheRunner(string variable) =>
        variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("TESTINGPLATFORM", StringComparison.OrdinalIgnoreCase)
        || variable is "CI" or "TF_BUILD" or "REENACT_MODE" or "REENACT_RECORD" or "REENACT_REPORTS";

    private static void Append(StringBuilder output, string? line)
    {
        if (line is not null)
        {
            lock (output)
            {
                output.Append(line).Append('\n');
            }
        }
    }

    /// <summary>How a program ended.</summary>
    internal sealed record Run(int ExitCode, string Output);
}
