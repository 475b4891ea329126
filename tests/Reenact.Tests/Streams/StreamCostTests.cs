using System.Threading.Tasks.Sources;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Streams;

/// <summary>What an item costs beyond what its core allocates.</summary>
public sealed partial class StreamCostTests(ITestOutputHelper output)
{
    private const int Items = 10_000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_item_is_recorded_without_an_allocation(bool later)
    {
        var perItem = 0.0;
        await Recorded.SessionAsync(() =>
        {
            perItem = Measure(new Counter().Count(later));
            return Task.CompletedTask;
        });

        output.WriteLine($"{perItem:0.000} bytes for each item that {(later ? "comes later" : "is there")}");
        Assert.True(perItem < 24, $"{perItem} bytes: an object for each item.");
    }

    /// <summary>Reads on one thread: what is awaited comes as soon as it is.</summary>
    private static double Measure(IAsyncEnumerable<int> stream)
    {
        var reader = new Reader(stream.GetAsyncEnumerator(TestContext.Current.CancellationToken));
        reader.Read(Items / 10);
        var least = double.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            // Now and then an array that events gather in is made anew, which says nothing of an item.
            var before = GC.GetAllocatedBytesForCurrentThread();
            reader.Read(Items);
            least = Math.Min(least, (double)(GC.GetAllocatedBytesForCurrentThread() - before) / Items);
        }

        return least;
    }

    private sealed class Reader(IAsyncEnumerator<int> items)
    {
        public void Read(int count)
        {
            for (var i = 0; i < count; i++)
            {
                var more = items.MoveNextAsync();
                if (!more.IsCompleted)
                {
                    Counter.Go();
                }

                Assert.True(more.GetAwaiter().GetResult());
            }
        }
    }

    private sealed partial class Counter
    {
        private static Source? waiting;

        [Recorded]
        public partial IAsyncEnumerable<int> Count(bool later);

        public static void Go() => waiting!.Go();

        private static IAsyncEnumerable<int> CountCore(bool later) => waiting = new Source(later);
    }

    /// <summary>Numbers without end, each made without an allocation.</summary>
    private sealed class Source(bool later) : IAsyncEnumerable<int>, IAsyncEnumerator<int>, IValueTaskSource<bool>
    {
        private ManualResetValueTaskSourceCore<bool> core;

        public int Current { get; private set; }

        public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

        public ValueTask<bool> MoveNextAsync()
        {
            Current++;
            if (!later)
            {
                return new ValueTask<bool>(true);
            }

            core.Reset();
            return new ValueTask<bool>(this, core.Version);
        }

        public void Go() => core.SetResult(true);

        public ValueTask DisposeAsync() => default;

        bool IValueTaskSource<bool>.GetResult(short token) => core.GetResult(token);

        ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => core.GetStatus(token);

        void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            core.OnCompleted(continuation, state, token, flags);
    }
}
