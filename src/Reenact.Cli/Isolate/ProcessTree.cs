using System.Globalization;
using System.Runtime.InteropServices;

namespace Reenact.Cli;

/// <summary>The processes below one, as <c>/proc</c> shows them (Linux).</summary>
internal static class ProcessTree
{
    /// <summary>The ids of all processes below one, parents before their children.</summary>
    public static IReadOnlyList<int> Below(int root)
    {
        var children = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0)
            .ToLookup(ParentOf);
        List<int> below = [root];
        for (var at = 0; at < below.Count; at++)
        {
            below.AddRange(children[below[at]]);
        }

        return below[1..];
    }

    /// <summary>How many bytes of its own memory a process holds: what it shares with files is left out.</summary>
    public static long MemoryOf(int id)
    {
        // statm: size, resident, shared, … in pages (proc_pid_statm(5)).
        var fields = Read($"/proc/{id}/statm").Split(' ');
        return fields.Length > 2 && long.TryParse(fields[1], CultureInfo.InvariantCulture, out var resident) && long.TryParse(fields[2], CultureInfo.InvariantCulture, out var shared)
            ? Math.Max(0, resident - shared) * Environment.SystemPageSize
            : 0;
    }

    public static void Signal(int id, PosixSignal signal) => _ = Kill(id, signal == PosixSignal.SIGINT ? 2 : 15);

    /// <summary>The process group that a process is in; 0 when it is gone.</summary>
    public static int GroupOf(int id) => Field(id, 2);

    private static int ParentOf(int id) => Field(id, 1);

    private static int Field(int id, int number)
    {
        // stat: id, name in parentheses, state, parent, group, …; the name may hold anything.
        var text = Read($"/proc/{id}/stat");
        var fields = text[(text.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > number && int.TryParse(fields[number], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
    }

    /// <summary>Nothing of a process that is gone by now.</summary>
    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int id, int signal);
}
