using System.Security.Cryptography;
using Reenact.Events;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Streams;

/// <summary>Iterators run once, and content is read once: the caller gets what was recorded.</summary>
public sealed class ReadResultTests
{
    private readonly ReadingAgent agent = new();

    [Theory]
    [InlineData(Scheduling.Free)]
    [InlineData(Scheduling.Exact)]
    public async Task Iterators_run_once_and_not_on_replay(Scheduling scheduling)
    {
        var recorded = "";
        var bytes = await Recorded.SessionAsync(async () => recorded = await RunAsync(), scheduling);
        Assert.Null(Recorded.FreeCauseOf(bytes));

        agent.Runs = 0;
        using var replay = Recorded.Replay(bytes);
        var report = await replay.RunAsync(RunAsync);
        Assert.Equal((recorded, true, 0), (report.Output, report.IsMatch, agent.Runs));

        async Task<string> RunAsync()
        {
            var numbers = agent.Numbers(3);
            IEnumerable<int>[] all =
                [numbers, numbers, await agent.NumbersAsync(2), await agent.NumbersLaterAsync(2), agent.OwnNumbers(2), await agent.OwnNumbersAsync(2)];
            return string.Join('|', all.Select(each => string.Join(' ', each)));
        }
    }

    [Fact]
    public async Task Calls_that_an_iterator_makes_are_inside_its_call()
    {
        var bytes = await Recorded.SessionAsync(() => agent.OwnNumbersAsync(2));
        var call = Assert.Single(Recorded.Open(bytes).Calls);
        Assert.Equal(3, call.Children.Count);
    }

    [Fact]
    public async Task What_an_iterator_throws_is_thrown_at_the_call()
    {
        var bytes = await Recorded.SessionAsync(RunAsync);

        using var replay = Recorded.Replay(bytes);
        Assert.True((await replay.RunAsync(RunAsync)).IsMatch);

        async Task RunAsync()
        {
            Assert.Equal("none", Assert.Throws<InvalidOperationException>(() => agent.Numbers(0)).Message);
            await Assert.ThrowsAsync<InvalidOperationException>(() => agent.NumbersAsync(0));
        }
    }

    [Fact]
    public async Task A_collection_is_returned_as_it_is() => await Recorded.SessionAsync(() =>
    {
        var list = new List<int> { 1, 2 };
        Assert.Same(list, agent.Same(list));
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(3_000_000)]
    public async Task Content_is_read_once_and_served_as_a_stream_that_can_be_sought_in(int size)
    {
        var content = RandomNumberGenerator.GetBytes(size);
        var opened = new List<UnseekableStream>();
        agent.Source = () =>
        {
            opened.Add(new UnseekableStream(content));
            return opened[^1];
        };
        var recorded = "";
        var bytes = await Recorded.SessionAsync(async () => recorded = await RunAsync());
        Assert.Equal([false, true], opened.Select(stream => stream.WasReadSynchronously == false));
        Assert.All(opened, stream => Assert.True(stream.IsDisposed));

        agent.Runs = 0;
        using var replay = Recorded.Replay(bytes);
        var report = await replay.RunAsync(RunAsync);
        Assert.Equal((recorded, true, 0), (report.Output, report.IsMatch, agent.Runs));
        Assert.InRange(bytes.Length, size, size + 20_000); // Once, though two calls returned it.

        async Task<string> RunAsync()
        {
            var hashes = "";
            foreach (var stream in new[] { agent.Open("a"), await agent.OpenAsync("b") })
            {
                Assert.True(stream is { CanSeek: true, CanWrite: false, Position: 0 });
                Assert.Equal(size, stream.Length);
                hashes += Convert.ToHexString(await SHA256.HashDataAsync(stream));
            }

            return hashes;
        }
    }

    [Fact]
    public async Task There_may_be_no_stream_or_one_in_memory_or_one_of_the_agents_own()
    {
        var bytes = await Recorded.SessionAsync(async () => Assert.Equal("True True 3 hello", await RunAsync()));

        using var replay = Recorded.Replay(bytes);
        Assert.Equal("True True 3 hello", (await replay.RunAsync(RunAsync)).Output);

        async Task<string> RunAsync()
        {
            agent.Source = static () => null;
            var none = $"{agent.Open("a") is null} {await agent.OpenAsync("a") is null}";
            agent.Source = static () => new MemoryStream([1, 2, 3]);
            var length = (await agent.OpenInMemoryAsync("a")).ToArray().Length;
            using var reader = new StreamReader(await agent.MakeAsync("hello"));
            return $"{none} {length} {await reader.ReadToEndAsync()}";
        }
    }

    [Fact]
    public async Task What_a_stream_throws_while_it_is_read_fails_the_call()
    {
        agent.Source = static () => new UnseekableStream([1]) { Failure = new IOException("torn") };
        var bytes = await Recorded.SessionAsync(RunAsync);

        Assert.All(Recorded.Open(bytes).Calls, call => Assert.IsType<CallFailedEvent>(call.End));
        using var replay = Recorded.Replay(bytes);
        Assert.True((await replay.RunAsync(RunAsync)).IsMatch);

        async Task RunAsync()
        {
            Assert.Equal("torn", Assert.Throws<IOException>(() => agent.Open("a")).Message);
            await Assert.ThrowsAsync<IOException>(() => agent.OpenAsync("a", TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task More_content_than_a_value_may_hold_says_what_to_do()
    {
        agent.Source = static () => new EndlessStream();
        await Recorded.SessionAsync(() =>
        {
            var error = Assert.Throws<InvalidOperationException>(() => agent.Open("a"));
            Assert.Contains("more than 256 MiB. Return where the content is", error.Message, StringComparison.Ordinal);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Other_content_of_a_replayed_method_is_a_divergence()
    {
        var bytes = await Recorded.SessionAsync(() => agent.MakeAsync("one"));
        using var replay = Recorded.Replay(bytes, new ReplayOptions { ContinueOnDivergence = true });
        var report = await replay.RunAsync(() => agent.MakeAsync("two"));
        Assert.NotEmpty(report.Divergences);
    }

    private sealed class UnseekableStream(byte[] content) : MemoryStream(content)
    {
        public Exception? Failure { get; init; }

        public bool WasReadSynchronously { get; private set; }

        public bool IsDisposed { get; private set; }

        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer)
        {
            WasReadSynchronously = true;
            return Failure is null ? base.Read(buffer) : throw Failure;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Failure is null ? new ValueTask<int>(base.Read(buffer.Span)) : ValueTask.FromException<int>(Failure);

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override int Read(Span<byte> buffer) => buffer.Length;
    }
}
