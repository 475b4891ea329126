using Reenact.Events;
using Reenact.Tests.Format;
using Xunit;

namespace Reenact.Tests.Replaying.Live;

/// <summary>A fork inside a stream that replayed code reads.</summary>
public sealed partial class ForkedStreamTests : IDisposable
{
    private readonly TemporaryFile original = new();
    private readonly TemporaryFile fork = new();
    private int most = int.MaxValue;

    [Fact]
    public async Task Code_may_leave_a_stream_behind_the_fork()
    {
        await using (var session = Session.Record(original.Path))
        {
            Assert.Equal("one two three", await session.RunAsync(ReadAsync));
        }

        long item;
        using (var recording = Reenact.Recording.Open(original.Path))
        {
            item = recording.ReadEvents().OfType<StreamItemEvent>().First().Sequence;
        }

        most = 1;
        using var replay = Session.Replay(original.Path).ForkAt(item, fork.Path);
        var report = await replay.RunAsync(ReadAsync);

        Assert.Empty(report.Divergences);
        Assert.Equal("one", report.Output);
    }

    [Fact]
    public async Task Code_may_not_leave_a_stream_before_the_fork()
    {
        await using (var session = Session.Record(original.Path))
        {
            await session.RunAsync(ReadAsync);
        }

        long item;
        using (var recording = Reenact.Recording.Open(original.Path))
        {
            item = recording.ReadEvents().OfType<StreamItemEvent>().ElementAt(1).Sequence;
        }

        most = 1;
        using var replay = Session.Replay(original.Path).ForkAt(item, fork.Path);
        var exception = await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(ReadAsync));

        Assert.Equal(DivergenceKind.StreamReadDiffers, exception.Divergence.Kind);
    }

    public void Dispose()
    {
        original.Dispose();
        fork.Dispose();
    }

    [Replayed]
    public partial Task<string> ReadAsync();

    [Recorded]
    public partial IAsyncEnumerable<string> Words();

    private async Task<string> ReadCoreAsync()
    {
        var read = new List<string>();
        await foreach (var word in Words())
        {
            read.Add(word);
            if (read.Count == most)
            {
                break;
            }
        }

        return string.Join(' ', read);
    }

    private static async IAsyncEnumerable<string> WordsCore()
    {
        foreach (var word in (string[])["one", "two", "three"])
        {
            await Task.Yield();
            yield return word;
        }
    }
}
