using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Reenact.Benchmarks.Building;

/// <summary>What runs of a generator took: processor time of the whole driver, and the clock's time of the generator alone.</summary>
internal sealed class GeneratorTimes(string name)
{
    private readonly List<double> processor = [];
    private readonly List<double> clock = [];

    /// <summary>Processor time, in milliseconds.</summary>
    public double Median => Middle(processor);

    public GeneratorDriver Run(GeneratorDriver driver, Compilation compilation, bool isKept)
    {
        var before = Environment.CpuUsage.TotalTime;
        driver = driver.RunGenerators(compilation);
        if (isKept)
        {
            processor.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
            clock.Add(driver.GetTimingInfo().GeneratorTimes.Sum(static each => each.ElapsedTime.TotalMilliseconds));
        }

        return driver;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-48} {Median,6:0.0} ms processor (least {processor.Min(),6:0.0}), {Middle(clock),6:0.0} ms clock (least {clock.Min(),6:0.0})");

    private static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
