using System.Runtime.InteropServices;

namespace Reenact.Replaying.Leaks;

/// <summary>
/// Notices on a replay's own thread that code starts processes, for which the runtime has no events. Whatever the framework asks of the operating
/// system leaves its mark in the thread's last error, which costs next to nothing to look at; only where there is one, the system is asked for the
/// thread's children. Used on that thread alone, except for being made and disposed of.
/// </summary>
internal sealed class ProcessWatch(LeakLog leaks) : IDisposable
{
    /// <summary>No system has an error of this number.</summary>
    private const int Untouched = 0x5EE_0DD5;

    private ChildProcesses? children;
    private Thread? thread;
    private volatile bool liveRuns;

    /// <summary>Begins on the calling thread.</summary>
    public void Start()
    {
        children = ChildProcesses.OfThread();
        thread = children is null ? null : Thread.CurrentThread;
        Marshal.SetLastPInvokeError(Untouched);
    }

    /// <summary>The code has come to a recorded call, or waits. On another thread it does nothing.</summary>
    public void Look()
    {
        if (Thread.CurrentThread != thread || Marshal.GetLastPInvokeError() == Untouched)
        {
            return;
        }

        if (children!.TakeNew() is { Count: > 0 } started && !liveRuns)
        {
            var stack = LeakStack.Here() with { Through = null };
            foreach (var command in started)
            {
                leaks.Add(LeakKind.Process, command, [command.Split(' ')[0]], stack);
            }
        }

        Marshal.SetLastPInvokeError(Untouched);
    }

    /// <summary>Calls run live from now on, and what they start can't be told from what the code starts.</summary>
    public void NoteLive() => liveRuns = true;

    public void Dispose() => children?.Dispose();
}
