namespace Reenact.Benchmarks.Scheduling;

/// <summary>Calls that take next to no time: what is left is the cost of scheduling them.</summary>
public sealed partial class ScheduledTools
{
    [Recorded]
    public partial double Quote(int nights);

    [Recorded]
    public partial Task<double> QuoteLaterAsync(int nights);

    private static double QuoteCore(int nights) => nights * 99.5;

    private static async Task<double> QuoteLaterCoreAsync(int nights)
    {
        await Task.Yield();
        return nights * 99.5;
    }
}
