using System.Runtime.CompilerServices;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Streams;

public sealed class StreamDivergenceTests
{
    private readonly StreamAgent agent = new();

    [Theory]
    [InlineData(2, 3, "The code asks StreamAgent.Ask for an item more than when it was recorded: it stopped after 2 items then.")]
    [InlineData(3, 1, "The code stops reading StreamAgent.Ask after 1 item: it went on when it was recorded.")]
    [InlineData(9, 3, "The code stops reading StreamAgent.Ask after 3 items: it went on when it was recorded.")]
    public async Task Reading_further_or_less_far_is_a_divergence(int recorded, int replayed, string message)
    {
        var bytes = await Recorded.SessionAsync(() => TakeAsync(agent.Ask("a -b c"), recorded));

        using var replay = Recorded.Replay(bytes);
        var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(() => TakeAsync(agent.Ask("a -b c"), replayed)));

        Assert.Equal((DivergenceKind.StreamReadDiffers, message), (divergence.Divergence.Kind, divergence.Divergence.Message));
    }

    [Theory]
    [InlineData(2, 3, "The code asks StreamAgent.Answer for an item more than when it was recorded: it stopped after 2 items then.")]
    [InlineData(3, 1, "The code stops reading StreamAgent.Answer after 1 item: it went on when it was recorded.")]
    public async Task So_it_is_for_a_replayed_stream(int recorded, int replayed, string message)
    {
        var bytes = await Recorded.SessionAsync(() => TakeAsync(agent.Answer("a -b c"), recorded));

        using var replay = Recorded.Replay(bytes);
        var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(() => TakeAsync(agent.Answer("a -b c"), replayed)));

        Assert.Equal((DivergenceKind.StreamReadDiffers, message), (divergence.Divergence.Kind, divergence.Divergence.Message));
    }

    [Fact]
    public async Task A_stream_that_is_left_without_being_disposed_of_is_missed_at_the_end()
    {
        var bytes = await Recorded.SessionAsync(() => agent.Ask("a -b c").JoinAsync());

        using var replay = Recorded.Replay(bytes);
        var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(async () =>
        {
            await agent.Ask("a -b c").GetAsyncEnumerator().MoveNextAsync();
        }));

        Assert.Equal(DivergenceKind.StreamReadDiffers, divergence.Divergence.Kind);
        Assert.Contains("read 1 item of StreamAgent.Ask", divergence.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_is_not_enumerated_again_is_a_missing_call()
    {
        var bytes = await Recorded.SessionAsync(async () =>
        {
            var stream = agent.Ask("a");
            await stream.JoinAsync();
            await stream.JoinAsync();
        });

        using var replay = Recorded.Replay(bytes);
        var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(() => agent.Ask("a").JoinAsync()));
        Assert.Equal(DivergenceKind.CallMissing, divergence.Divergence.Kind);
    }

    [Fact]
    public async Task An_item_that_differs_is_named_with_its_path()
    {
        agent.Body = static (_, _) => StreamAgent.Words("a b c");
        var bytes = await Recorded.SessionAsync(() => agent.Answer("x").JoinAsync());

        agent.Body = static (_, _) => StreamAgent.Words("a b d");
        using var replay = Recorded.Replay(bytes);
        var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(() => agent.Answer("x").JoinAsync()));

        Assert.Equal((DivergenceKind.OutputDiffers, "item[2].Text"), (divergence.Divergence.Kind, divergence.Divergence.Path));
    }

    [Theory]
    [InlineData("a b c", "yields an item more than the recorded 2")]
    [InlineData("a", "ends otherwise than recorded, after 1 item")]
    public async Task More_or_fewer_items_are_a_divergence(string replayed, string message)
    {
        agent.Body = static (_, _) => StreamAgent.Words("a b");
        var bytes = await Recorded.SessionAsync(() => agent.Answer("x").JoinAsync());

        agent.Body = (_, _) => StreamAgent.Words(replayed);
        using var replay = Recorded.Replay(bytes);
        var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(() => agent.Answer("x").JoinAsync()));

        Assert.Equal(DivergenceKind.OutputDiffers, divergence.Divergence.Kind);
        Assert.Contains(message, divergence.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_failure_is_a_divergence()
    {
        agent.Body = static (_, _) => Failing("one");
        var bytes = await Recorded.SessionAsync(() => Assert.ThrowsAsync<TimeoutException>(() => agent.Answer("x", TestContext.Current.CancellationToken).JoinAsync()));

        agent.Body = static (_, _) => Failing("two");
        using var replay = Recorded.Replay(bytes);
        var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(() => agent.Answer("x").JoinAsync()));

        Assert.Equal("throws System.TimeoutException: two", divergence.Divergence.Actual);
    }

    [Fact]
    public async Task A_call_that_the_body_no_longer_makes_is_missing_at_the_streams_end()
    {
        agent.Body = Counting;
        var bytes = await Recorded.SessionAsync(() => agent.Answer("x").JoinAsync());

        agent.Body = static (_, _) => StreamAgent.Words("a");
        using var replay = Recorded.Replay(bytes);
        var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(() => agent.Answer("x").JoinAsync()));
        Assert.Equal((DivergenceKind.CallMissing, "StreamAgent.Answer"), (divergence.Divergence.Kind, divergence.Divergence.Inside));

        async IAsyncEnumerable<Chunk> Counting(string prompt, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            yield return new Chunk("a", 0);
            await agent.CountAsync("b");
        }
    }

    [Fact]
    public async Task Divergences_of_streams_are_collected()
    {
        agent.Body = static (_, _) => StreamAgent.Words("a b c");
        var bytes = await Recorded.SessionAsync(async () =>
        {
            await TakeAsync(agent.Ask("a b"), 1);
            await agent.Answer("x").JoinAsync();
        });

        agent.Body = static (_, _) => StreamAgent.Words("a x y z");
        using var replay = Recorded.Replay(bytes, new ReplayOptions { ContinueOnDivergence = true });
        var report = await replay.RunAsync(async () =>
        {
            await TakeAsync(agent.Ask("a b"), 2);
            await agent.Answer("x").JoinAsync();
        });

        Assert.Equal(
            [DivergenceKind.StreamReadDiffers, DivergenceKind.OutputDiffers, DivergenceKind.OutputDiffers, DivergenceKind.OutputDiffers],
            report.Divergences.Select(each => each.Kind));
    }

    [Fact]
    public async Task Waiting_for_items_that_were_not_recorded_is_explained()
    {
        var bytes = await Recorded.SessionAsync(() =>
        {
            agent.Ask("a", TestContext.Current.CancellationToken);
            return Task.CompletedTask;
        });

        using var replay = Recorded.Replay(bytes, new ReplayOptions { StuckTimeout = TimeSpan.FromMilliseconds(200) });
        var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(() => agent.Ask("a").JoinAsync()));
        Assert.Equal(DivergenceKind.RecordingEnds, divergence.Divergence.Kind);
    }

    private static async Task TakeAsync(IAsyncEnumerable<Chunk> stream, int count)
    {
        await foreach (var _ in stream)
        {
            if (--count == 0)
            {
                break;
            }
        }
    }

    private static async IAsyncEnumerable<Chunk> Failing(string message)
    {
        await Task.CompletedTask;
        yield return new Chunk("a", 0);
        throw new TimeoutException(message);
    }
}
