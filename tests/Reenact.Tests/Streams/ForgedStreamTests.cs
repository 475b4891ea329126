using MessagePack;
using Reenact.Events;
using Reenact.Tests.Format;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Streams;

/// <summary>Recordings whose streams make no sense are told apart, and replayed without hanging.</summary>
public sealed class ForgedStreamTests
{
    [Fact]
    public async Task Items_after_the_end_are_reported_and_not_served()
    {
        var bytes = Recording(builder => Item(End(Item(builder, 1), StreamEnding.Completed), 2));

        AssertFinds(bytes, "an item of the stream of call 1, which had ended");
        Assert.Equal("1 ", await ReplayAsync(bytes));
    }

    [Fact]
    public async Task A_second_end_is_reported_and_the_first_counts()
    {
        var bytes = Recording(builder => End(End(Item(builder, 1), StreamEnding.Completed), StreamEnding.Abandoned));

        AssertFinds(bytes, "ends call 1 a second time");
        Assert.Equal("1 ", await ReplayAsync(bytes));
    }

    [Fact]
    public void Items_of_no_call_are_reported()
    {
        AssertFinds(Recording(builder => Item(End(builder, StreamEnding.Completed), 1, span: 7)), "belongs to call 7, which had not started");
        AssertFinds(Recording(builder => Item(End(builder, StreamEnding.Completed), 1, span: 0)), "belongs to no call");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(17)]
    public async Task An_end_that_does_not_say_how_is_a_divergence(int ending)
    {
        var bytes = Recording(builder => End(Item(builder, 1), (StreamEnding)ending));
        var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() => ReplayAsync(bytes));
        Assert.Equal(DivergenceKind.RecordingEnds, divergence.Divergence.Kind);
    }

    [Fact]
    public async Task An_item_that_is_no_such_value_is_a_divergence()
    {
        var bytes = Recording(builder => builder.Event(
            EventKind.StreamItem, 1, (ref MessagePackWriter output, ValueWriteContext values) => values.WriteText(ref output, "seven"), span: 1));
        var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() => ReplayAsync(bytes));
        Assert.Equal(DivergenceKind.ResultNotReadable, divergence.Divergence.Kind);
        Assert.Contains("Item 0 of NumberAgent.Ask", divergence.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_where_a_stream_was_expected_is_a_divergence()
    {
        var bytes = Recording(builder => builder.Returned(1, "a list"));
        var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() => ReplayAsync(bytes));
        Assert.Equal(DivergenceKind.ResultNotReadable, divergence.Divergence.Kind);
    }

    private static byte[] Recording(Func<RecordingBuilder, RecordingBuilder> inside)
    {
        var builder = new RecordingBuilder().Started();
        var method = builder.Method("Reenact.Tests.Streams.NumberAgent.Ask", CallKind.Tool, "prompt");
        return inside(builder.Call(1, method, "x")).Ended().Seal().Bytes;
    }

    private static RecordingBuilder Item(RecordingBuilder builder, int value, uint span = 1) =>
        builder.Event(EventKind.StreamItem, 1, (ref MessagePackWriter output, ValueWriteContext _) => output.Write(value), span);

    private static RecordingBuilder End(RecordingBuilder builder, StreamEnding ending) =>
        builder.Event(EventKind.StreamEnded, 1, (ref MessagePackWriter output, ValueWriteContext _) => output.Write((int)ending), span: 1);

    private static void AssertFinds(byte[] bytes, string message)
    {
        using var recording = Recorded.Open(bytes);
        Assert.Contains(recording.Verify().Findings, finding => finding.Message.Contains(message, StringComparison.Ordinal));
    }

    private static async Task<string> ReplayAsync(byte[] bytes)
    {
        using var replay = Recorded.Replay(bytes, new ReplayOptions { StuckTimeout = TimeSpan.FromMilliseconds(200) });
        var report = await replay.RunAsync(async () =>
        {
            var read = "";
            await foreach (var item in new NumberAgent().Ask("x"))
            {
                read += $"{item} ";
            }

            return read;
        });
        return report.Output;
    }
}

/// <summary>An agent that is only replayed.</summary>
internal sealed partial class NumberAgent
{
    [Recorded]
    public partial IAsyncEnumerable<int> Ask(string prompt);

    private IAsyncEnumerable<int> AskCore(string prompt) => throw new InvalidOperationException(prompt);
}
