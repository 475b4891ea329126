using System.Diagnostics;
using System.Globalization;

namespace Reenact.Benchmarks.Building.Determinism;

/// <summary>What requests for a document's diagnostics took, again and again after an edit of one kind.</summary>
internal sealed class EditorTimes(string name)
{
    private readonly List<(double Clock, double Processor, double Megabytes)> requests = [];

    public void Measure(Action request)
    {
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        request();
        var clock = Stopwatch.GetElapsedTime(started);
        requests.Add((
            clock.TotalMilliseconds,
            (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds,
            (GC.GetTotalAllocatedBytes(precise: true) - bytes) / 1e6));
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"    {name,-44} {Middle(static each => each.Clock),8:0.0} ms clock (least {requests.Min(static each => each.Clock),8:0.0}), {Middle(static each => each.Processor),8:0.0} ms processor, {Middle(static each => each.Megabytes),8:0.00} MB allocated");

    private double Middle(Func<(double Clock, double Processor, double Megabytes), double> value) => requests.Select(value).Order().ElementAt(requests.Count / 2);
}
