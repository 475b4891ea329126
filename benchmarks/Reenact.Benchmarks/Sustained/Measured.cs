using System.Diagnostics;
using System.Globalization;

namespace Reenact.Benchmarks.Sustained;

/// <summary>What a number of events took: by the clock, and of the processor by all threads, which other work on the machine does not add to.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Events">How many events it was done with.</param>
/// <param name="Bytes">How many bytes they are before compression, as Reenact encodes them.</param>
/// <param name="Stored">How many bytes are on disk in the end; 0 where nothing is.</param>
/// <param name="Clock">How long it took.</param>
/// <param name="Processor">How much processor time it took.</param>
internal sealed record Measured(string Name, long Events, long Bytes, long Stored, TimeSpan Clock, TimeSpan Processor)
{
    public static readonly string Heading =
        $"{"",-44} {"ns/event",10} {"processor",10} {"million/s",10} {"a core",8} {"MB/s",8} {"a core",8} {"stored, B",10}";

    public double ProcessorNanoseconds => Processor.TotalNanoseconds / Events;

    /// <summary>Does something three times, and takes the run that took least of the processor.</summary>
    public static Measured Least(string name, long events, long bytes, Func<long> run) =>
        Enumerable.Range(0, 3).Select(_ => Once(name, events, bytes, run)).MinBy(static measured => measured.Processor)!;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name,-44} {Clock.TotalNanoseconds / Events,10:N0} {ProcessorNanoseconds,10:N0} {Events / Clock.TotalMicroseconds,10:N2} {Events / Processor.TotalMicroseconds,8:N2} {Bytes / Clock.TotalMicroseconds,8:N0} {Bytes / Processor.TotalMicroseconds,8:N0} {(double)Stored / Events,10:N1}");

    private static Measured Once(string name, long events, long bytes, Func<long> run)
    {
        GC.Collect();
        var (started, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var stored = run();
        return new Measured(name, events, bytes, stored, Stopwatch.GetElapsedTime(started), Environment.CpuUsage.TotalTime - before);
    }
}
