using System.Diagnostics;
using System.Globalization;

namespace Reenact.Benchmarks.Building;

/// <summary>Something compiled again and again: written sources, and emitted ones.</summary>
internal sealed class CompileRow(string name, IReadOnlyList<string> written, IReadOnlyList<string> emitted)
{
    private readonly List<double> processor = [];
    private readonly List<double> clock = [];

    public int EmittedLines { get; } = emitted.Sum(static source => source.Count(static c => c == '\n'));

    /// <summary>Processor time, in milliseconds.</summary>
    public double Median => Middle(processor);

    public void Compile(bool isWarmUp)
    {
        GC.Collect();
        var started = Stopwatch.GetTimestamp();
        var before = Environment.CpuUsage.TotalTime;
        ProjectCompilation.Of([.. written, .. emitted]).Build();
        if (isWarmUp)
            return;

        processor.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        clock.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-42} {Median,6:0} ms processor ({processor.Min():0}–{processor.Max():0}), {Middle(clock),6:0} ms clock, {EmittedLines,8:N0} lines emitted in {emitted.Count} files");

    private static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
