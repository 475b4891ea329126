using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Reenact.Replaying.Leaks;

/// <summary>The processes that one thread has started and whose end nobody has noticed: <c>/proc/thread-self/children</c> (proc(5)).</summary>
internal sealed class ChildProcesses : IDisposable
{
    private const int LongestList = 4096;
    private const int LongestCommand = 512;

    /// <summary>How often a command line is read until there is one, a millisecond apart.</summary>
    private const int MostReads = 5;

    private readonly SafeFileHandle children;
    private readonly HashSet<string> known = [];

    private ChildProcesses(SafeFileHandle children) => this.children = children;

    /// <summary>Those of the calling thread; null where the system doesn't tell.</summary>
    public static ChildProcesses? OfThread() =>
        OperatingSystem.IsLinux() && OpenOrNull("/proc/thread-self/children") is { } children ? new ChildProcesses(children) : null;

    /// <summary>The command lines of those that this has not been asked for before.</summary>
    public List<string> TakeNew()
    {
        var commands = new List<string>();
        foreach (var id in Read(children, LongestList).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (known.Add(id))
            {
                commands.Add(CommandOf(id));
            }
        }

        return commands;
    }

    public void Dispose() => children.Dispose();

    private static string CommandOf(string id)
    {
        for (var reads = 0; reads < MostReads; reads++)
        {
            using var handle = OpenOrNull($"/proc/{id}/cmdline");
            if (handle is null)
            {
                break;
            }

            var command = Read(handle, LongestCommand).TrimEnd('\0').Replace('\0', ' ');
            if (command.Length > 0)
            {
                return command;
            }

            // A process that has only begun has no command line yet, and one that is over and waits for its end to be noticed has none any more.
            Thread.Sleep(1);
        }

        return $"(number {id})";
    }

    private static SafeFileHandle? OpenOrNull(string path)
    {
        try
        {
            return File.OpenHandle(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null; // Kernels and containers may leave it out.
        }
    }

    private static string Read(SafeFileHandle handle, int length)
    {
        Span<byte> buffer = stackalloc byte[length];
        try
        {
            return Encoding.UTF8.GetString(buffer[..RandomAccess.Read(handle, buffer, 0)]);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            return "";
        }
    }
}
