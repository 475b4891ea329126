using System.Globalization;

namespace Reenact.Cli;

/// <summary>Times and sizes for people.</summary>
internal static class Quantities
{
    public static string Duration(TimeSpan time) => time.Ticks switch
    {
        < TimeSpan.TicksPerMillisecond => Text($"{time.TotalMicroseconds:0} µs"),
        < TimeSpan.TicksPerMillisecond * 10 => Text($"{time.TotalMilliseconds:0.0} ms"),
        < TimeSpan.TicksPerSecond => Text($"{time.TotalMilliseconds:0} ms"),
        < TimeSpan.TicksPerMinute => Text($"{time.TotalSeconds:0.00} s"),
        < TimeSpan.TicksPerHour => Text($"{(int)time.TotalMinutes}m {time.Seconds:00}s"),
        _ => Text($"{(long)time.TotalHours}h {time.Minutes:00}m"),
    };

    /// <summary>A time since the session's start.</summary>
    public static string Offset(TimeSpan time) => time.Ticks < TimeSpan.TicksPerHour
        ? Text($"+{(int)time.TotalMinutes:00}:{time.Seconds:00}.{time.Milliseconds:000}")
        : Text($"+{(long)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}.{time.Milliseconds:000}");

    public static string Size(long bytes) => bytes switch
    {
        < 1000 => Text($"{bytes} bytes"),
        < 1000_000 => Text($"{bytes / 1e3:0.0} kB"),
        < 1000_000_000 => Text($"{bytes / 1e6:0.0} MB"),
        _ => Text($"{bytes / 1e9:0.0} GB"),
    };

    public static string Count(long count) => Text($"{count:N0}");

    /// <summary>A number of things.</summary>
    public static string Count(long count, string thing) => Text($"{count:N0} {thing}{(count == 1 ? "" : "s")}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
