using System.Runtime.CompilerServices;
using Reenact.Benchmarks.Values;

namespace Reenact.Benchmarks.Calls;

/// <summary>Recorded methods, one for each kind of signature, that do next to nothing.</summary>
public partial class SignatureTools
{
    private static readonly Task<double> Done = Task.FromResult(345.5);

    [Recorded]
    public partial double Sync(string city, int nights);

    [Recorded]
    public partial Task<double> CompletedAsync(string city, int nights);

    [Recorded]
    public partial Task<double> LaterAsync(string city, int nights);

    [Recorded]
    public partial Order Reorder(Order order);

    [Recorded]
    public partial int Count(List<int> numbers);

    [Recorded]
    public partial int CountSpan(ReadOnlySpan<int> numbers);

    [Recorded]
    public partial IAsyncEnumerable<int> StreamAsync(int count);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public double SyncCore(string city, int nights) => (city.Length * 100) + (nights * 15.5);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public Task<double> CompletedCoreAsync(string city, int nights) => Done;

    public async Task<double> LaterCoreAsync(string city, int nights)
    {
        await Task.Yield();
        return SyncCore(city, nights);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public Order ReorderCore(Order order) => order;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public int CountCore(List<int> numbers) => numbers.Count;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public int CountSpanCore(ReadOnlySpan<int> numbers) => numbers.Length;

    /// <summary>Each item is there when it is asked for.</summary>
    public async IAsyncEnumerable<int> StreamCoreAsync(int count)
    {
        await Task.CompletedTask;
        for (var i = 0; i < count; i++)
            yield return i;
    }
}
