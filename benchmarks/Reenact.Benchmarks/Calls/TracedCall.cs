using System.Diagnostics;

namespace Reenact.Benchmarks.Calls;

/// <summary>The same call as an OpenTelemetry span with three tags, sampled and handed to a listener, as an SDK's processor gets it.</summary>
public sealed class TracedCall
{
    private static readonly ActivitySource Source = new("Reenact.Benchmarks");

    private readonly QuoteTools tools = new();

    static TracedCall() => ActivitySource.AddActivityListener(new ActivityListener
    {
        ShouldListenTo = static source => source == Source,
        Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
    });

    public double Call(string city, int nights)
    {
        using var activity = Source.StartActivity("Quote");
        activity?.SetTag("city", city);
        activity?.SetTag("nights", nights);
        var result = tools.QuoteCore(city, nights);
        activity?.SetTag("result", result);
        return result;
    }
}
