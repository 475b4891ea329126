using System.Buffers;
using MessagePack;
using Reenact.Replaying;
using Reenact.Tests.Replaying.Scripts;
using Reenact.Tests.Values;
using Xunit;

namespace Reenact.Tests.Replaying.Live;

/// <summary>A fork has what a replay encoded inline as a recorder would have written it.</summary>
public sealed class LongContentTests
{
    private readonly MemoryBlobs blobs = new();

    [Fact]
    public void What_is_moved_is_what_a_recorder_writes()
    {
        var recorded = ContentSamples.Recorded(blobs, ContentSamples.Texts);
        var stored = blobs.Count;

        Assert.Equal(recorded, Move(ContentSamples.Inline(blobs, ContentSamples.Texts)));
        Assert.Equal(stored, blobs.Count);
    }

    [Fact]
    public void Values_that_follow_each_other_are_all_moved()
    {
        var first = ContentSamples.Inline(blobs, new string('a', 300));
        var second = ContentSamples.Inline(blobs, "short", new string('b', 300));

        Assert.Equal(
            [.. ContentSamples.Recorded(blobs, new string('a', 300)), .. ContentSamples.Recorded(blobs, "short", new string('b', 300))],
            Move([.. first, .. second]));
    }

    [Fact]
    public void Names_of_members_stay_where_they_are()
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        writer.WriteMapHeader(1);
        writer.Write(new string('n', 400));
        writer.Write(1.5);
        writer.Flush();

        Assert.Equal(buffer.WrittenSpan, Move(buffer.WrittenSpan.ToArray()));
        Assert.Equal(0, blobs.Count);
    }

    [Fact]
    public void Many_short_values_stay_where_they_are()
    {
        var texts = Enumerable.Repeat("no long text", 100).ToArray();
        var inline = ContentSamples.Inline(blobs, texts);

        Assert.Equal(inline, Move(inline));
        Assert.Equal(0, blobs.Count);
    }

    private byte[] Move(byte[] values) => new LongContent(blobs).Move(values).ToArray();
}
