using System.Runtime.CompilerServices;

namespace Reenact.Benchmarks.Calls;

/// <summary>The tool that every benchmark of a call calls: string and int to double.</summary>
public partial class QuoteTools
{
    private static readonly Task<double> Done = Task.FromResult(345.5);

    [Recorded]
    public partial double Quote(string city, int nights);

    [Recorded(Leaf = true)]
    public partial double QuoteLeaf(string city, int nights);

    [Recorded]
    public partial Task<double> QuoteAsync(string city, int nights);

    [Recorded]
    public partial Task<double> QuoteLaterAsync(string city, int nights);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public double QuoteCore(string city, int nights) => (city.Length * 100) + (nights * 15.5);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private double QuoteLeafCore(string city, int nights) => QuoteCore(city, nights);

    public Task<double> QuoteCoreAsync(string city, int nights) => Done;

    public async Task<double> QuoteLaterCoreAsync(string city, int nights)
    {
        await Task.Yield();
        return QuoteCore(city, nights);
    }
}
