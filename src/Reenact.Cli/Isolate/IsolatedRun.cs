using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Reenact.Cli;

/// <summary>Runs a command in namespaces of its own and ends it at its limits.</summary>
internal sealed class IsolatedRun(IsolationPlan plan, ToolConsole console)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(100);

    private static readonly string[] Unshare =
        ["unshare", "--user", "--map-current-user", "--keep-caps", "--net", "--mount", "--pid", "--fork", "--kill-child", "--ipc", "--uts", "--"];

    public async Task<int> RunAsync(StopSignals signals)
    {
        var status = Path.GetTempFileName();
        try
        {
            // On the thread that called, which is the tool's first: what is told to die with its parent dies with the thread that started it.
            using var process = Start(status);
            var ended = await WaitAsync(process, signals).ConfigureAwait(false);
            return ended ?? ExitCodeOf(process, isReady: new FileInfo(status).Length > 0);
        }
        finally
        {
            File.Delete(status);
        }
    }

    private Process Start(string status)
    {
        var mounts = Mount.Parse(File.ReadLines("/proc/self/mountinfo"));
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false };
        string[] arguments = ["-c", IsolationScript.Outer, "reenact", status, $"{Environment.ProcessId}", .. Unshare, "/bin/sh", "-c", IsolationScript.Write(plan, mounts), "reenact", .. plan.Command];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in plan.Environment())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <returns>The exit code where the command was ended; null where it ended by itself.</returns>
    private async Task<int?> WaitAsync(Process process, StopSignals signals)
    {
        var exit = process.WaitForExitAsync();
        var time = Stopwatch.StartNew();
        while (!exit.IsCompleted)
        {
            await Task.WhenAny(exit, Task.Delay(LookInterval)).ConfigureAwait(false);
            if (exit.IsCompleted)
            {
                break;
            }

            if (time.Elapsed >= plan.Time)
            {
                await EndAsync(process, exit).ConfigureAwait(false);
                console.Complain($"{plan.Command[0]} and all that it started were ended after {Quantities.Duration(plan.Time.Value)}, as --time says.{Hint}");
                return ExitCode.OutOfTime;
            }

            if (plan.Memory is { } limit && ProcessTree.Below(process.Id).Sum(ProcessTree.MemoryOf) is var used && used > limit)
            {
                await EndAsync(process, exit).ConfigureAwait(false);
                console.Complain($"{plan.Command[0]} and all that it started were ended: together they held {Quantities.Size(used)} of memory, and --memory allows {Quantities.Size(limit)}.");
                return ExitCode.OutOfMemory;
            }

            await PassOnAsync(process, exit, signals).ConfigureAwait(false);
        }

        await exit.ConfigureAwait(false);
        return null;
    }

    /// <summary>
    /// Passes a signal on. The first one only: who asks twice wants it gone. As in a terminal, Ctrl-C is for the command and all that runs in its process
    /// group, a request to end for the command.
    /// </summary>
    private static async Task PassOnAsync(Process process, Task exit, StopSignals signals)
    {
        while (signals.TryTake(out var signal, out var isFirst))
        {
            if (!isFirst)
            {
                await EndAsync(process, exit).ConfigureAwait(false);
            }
            else
            {
                // Below unshare there is the script, and below that the command.
                var below = ProcessTree.Below(process.Id).Skip(1).ToList();
                var group = below.Count > 0 ? ProcessTree.GroupOf(below[0]) : 0;
                foreach (var id in signal == PosixSignal.SIGINT ? below.Where(id => ProcessTree.GroupOf(id) == group) : below.Take(1))
                {
                    ProcessTree.Signal(id, signal);
                }
            }
        }
    }

    private string Hint => plan.MayLackLoopback ? " dotnet test talks to its test host over localhost where that is VSTest: give --loopback." : "";

    /// <summary>Ends everything: without its first process, which dies with unshare, a namespace has no other.</summary>
    private static async Task EndAsync(Process process, Task exit)
    {
        process.Kill(entireProcessTree: true);
        await exit.ConfigureAwait(false);
    }

    private int ExitCodeOf(Process process, bool isReady)
    {
        if (isReady)
        {
            if (process.ExitCode != 0 && plan.MayLackLoopback)
            {
                console.Complain($"the command ended with exit code {process.ExitCode}.{Hint}");
            }

            return process.ExitCode;
        }

        console.Complain(
            "the command was not run, because it can't be isolated here; what was in the way stands above. It takes unprivileged user namespaces: a container may need " +
            "--security-opt seccomp=unconfined (or root with CAP_SYS_ADMIN), Ubuntu from 23.10 on kernel.apparmor_restrict_unprivileged_userns=0. Where that isn't possible, " +
            "run the command in a container of its own with --network none and --read-only.");
        return ExitCode.NotIsolated;
    }
}
