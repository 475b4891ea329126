using System.ComponentModel;
using System.Diagnostics;
using Reenact.Keys;
using Reenact.Testing;

namespace Reenact.Cli;

/// <summary>One process of a test run: the command, with its own part of the recordings. Its output goes into a file.</summary>
internal sealed class Worker : IDisposable
{
    /// <summary>What a process that it left behind still writes is not waited for longer than this.</summary>
    private static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(2);

    private readonly Process process;
    private readonly RunMark mark;
    private readonly WorkerLog log;
    private readonly Task output;

    private Worker(string name, Process process, RunMark mark, WorkerLog log)
    {
        Name = name;
        this.process = process;
        this.mark = mark;
        this.log = log;
        output = Task.WhenAll(log.CopyAsync(process.StandardOutput), log.CopyAsync(process.StandardError));
    }

    /// <summary>Which one it is, for people.</summary>
    public string Name { get; }

    public int ExitCode => process.ExitCode;

    /// <summary>The end of what it wrote.</summary>
    public string LastOutput => log.End;

    /// <exception cref="UnreadableInputException">There is no such command.</exception>
    public static Worker Start(string name, IReadOnlyList<string> command, Shard shard, string reports, string? keys, RunMark mark, string logFile)
    {
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in command.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["REENACT_SHARD"] = shard.ToString();
        start.Environment["REENACT_REPORTS"] = reports;
        if (keys is not null)
        {
            start.Environment[LateKeyRing.Variable] = Path.GetFullPath(keys);
        }

        mark.Put(start);
        var log = new WorkerLog(logFile); // First: without it, nobody would end the process.
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return new Worker($"{name} (shard {shard})", process, mark, log);
        }
        catch (Win32Exception exception)
        {
            log.Dispose();
            throw new UnreadableInputException($"{command[0]}: it can't be started ({exception.Message}). Give the command that runs the tests after --, such as: -- dotnet test.", exception);
        }
    }

    /// <summary>Waits for its end; when told to stop, ends it and what it started.</summary>
    public async Task WaitAsync(CancellationToken stop)
    {
        try
        {
            await process.WaitForExitAsync(stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            mark.EndAll();
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        // A build server that stays keeps the pipes open.
        await Task.WhenAny(output, Task.Delay(OutputGrace, CancellationToken.None)).ConfigureAwait(false);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
        log.Dispose();
    }
}
