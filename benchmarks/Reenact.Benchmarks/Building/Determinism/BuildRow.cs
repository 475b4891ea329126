using System.Globalization;

namespace Reenact.Benchmarks.Building.Determinism;

/// <summary>A project compiled again and again in one way.</summary>
internal sealed class BuildRow(string name, string responseFile)
{
    private readonly List<CompilerRun> runs = [];

    public string Name => name;

    /// <summary>Processor seconds of the whole compilation: the least, which other work on the machine added the least to.</summary>
    public double Processor => Least(static run => run.Processor.TotalSeconds);

    public AnalyzerReport Report => runs[^1].Report;

    public void Cold() => runs.Add(CompilerRun.Cold(responseFile));

    public void Warm(CompilerServer server, bool isKept)
    {
        var run = CompilerRun.Warm(server, responseFile);
        if (isKept)
            runs.Add(run);
    }

    /// <summary>Seconds that the compiler reports for analyzers whose full names begin so.</summary>
    public double Reported(string prefix) =>
        Least(run => run.Report.Seconds.Where(each => each.Key.StartsWith(prefix, StringComparison.Ordinal)).Sum(static each => each.Value));

    public string ToString(BuildRow baseline) => string.Create(
        CultureInfo.InvariantCulture,
        $"  {name,-44} {Processor,6:0.00} s processor (most {runs.Max(static run => run.Processor.TotalSeconds),6:0.00}), "
        + $"{Processor / baseline.Processor,6:0.000} ×, clock {Least(static run => run.Clock.TotalSeconds),5:0.00} s, analyzers report {Least(static run => run.Report.Total):0.000} s, "
        + $"of it Reenact {Reported("Reenact."):0.000}, determinism {Reported("Reenact.Analyzers.Determinism."):0.000}, banned {Reported("Microsoft.CodeAnalysis.CSharp.BannedApi"):0.000}");

    private double Least(Func<CompilerRun, double> value) => runs.Min(value);
}
