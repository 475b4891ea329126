using System.Globalization;

namespace Reenact.Benchmarks.Building.Determinism;

/// <summary>Processor time that other processes took. Linux only: it is read from <c>/proc</c>.</summary>
internal static class ProcessorTime
{
    // Of proc(5) 'stat', counted from the field after the name: user and system time of children that were waited for.
    private const int ChildrenUser = 13;
    private const int TicksPerSecond = 100;

    /// <summary>User and system time of all child processes that have ended.</summary>
    public static TimeSpan OfChildren()
    {
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = fields.Skip(ChildrenUser).Take(2).Sum(static field => long.Parse(field, CultureInfo.InvariantCulture));
        return TimeSpan.FromSeconds(ticks / (double)TicksPerSecond);
    }
}
