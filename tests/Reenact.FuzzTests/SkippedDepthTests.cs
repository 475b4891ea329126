using System.Buffers;
using MessagePack;
using Reenact.Events;
using Reenact.Format;
using Reenact.Tests.Format;
using Reenact.Values;

namespace Reenact.FuzzTests;

/// <summary>What a reader doesn't know it skips, and nothing that it skips may be nested deeper than 64 levels, the event among them.</summary>
public class SkippedDepthTests
{
    public static TheoryData<int> Kinds => [99, (int)EventKind.Note, (int)EventKind.CallReturned, (int)EventKind.SessionEnded, (int)EventKind.Blob];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_element_after_the_known_ones_is_skipped_down_to_the_limit_and_refused_below(int kind)
    {
        foreach (var header in new byte[] { 0x91, 0x81 })
        {
            Assert.Equal(RecordingState.Sealed, Read(kind, header, BlockLayout.MaxDepth - 1));
            Assert.Equal(RecordingState.Damaged, Read(kind, header, BlockLayout.MaxDepth));
            Assert.Equal(RecordingState.Damaged, Read(kind, header, 100_000));
        }
    }

    [Fact]
    public void So_is_an_entry_of_the_session_info_that_is_not_known()
    {
        foreach (var (depth, isRead) in new[] { (ValueLimits.Depth, true), (1_000, false) })
        {
            var recording = TakenApart.Of(new CorpusFile("notes", new RecordingBuilder().Note("x").Seal().Bytes));
            (recording.Parts[0].Body, recording.Parts[0].Events) = (Started(depth), 1);

            using var opened = Recording.Open(new MemoryBlockStore(recording.Build(out _)), OnDamage.Skip);
            Assert.Equal(isRead ? "a" : null, opened.Info.Agent);
        }
    }

    private static RecordingState Read(int kind, byte header, int depth)
    {
        var recording = TakenApart.Of(new CorpusFile("notes", new RecordingBuilder().Started().Note("before").Seal().Bytes));
        var known = kind switch
        {
            (int)EventKind.Note => (byte[])[0xC0, 0xA1, (byte)'n'],
            (int)EventKind.CallReturned => [0xC0, 0xC0, 0],
            (int)EventKind.SessionEnded => [0, 0xC0, 0xC0, 0xC0, 0, 0xC0, 0xC0],
            (int)EventKind.Blob => [9, 0xC4, 0],
            _ => [],
        };
        var elements = kind switch { (int)EventKind.Note or (int)EventKind.Blob => 2, (int)EventKind.CallReturned => 3, (int)EventKind.SessionEnded => 7, _ => 0 };
        var part = recording.Parts[0];
        part.Body = [.. part.Body, 0xDC, 0, (byte)(4 + elements), (byte)kind, 9, 0, .. known, .. Nested(header, depth)];
        part.Events++;
        using var opened = Recording.Open(new MemoryBlockStore(recording.Build(out _)), OnDamage.Skip);
        var events = opened.ReadEvents().Count();
        Assert.Equal(opened.State == RecordingState.Damaged ? 0 : 3, events);
        return opened.State;
    }

    private static byte[] Nested(byte header, int depth) => [.. Enumerable.Repeat(header == 0x81 ? (byte[])[0x81, 0xC0] : [header], depth).SelectMany(level => level), 0xC0];

    private static byte[] Started(int depth)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var output = new MessagePackWriter(buffer);
        output.WriteArrayHeader(6);
        output.WriteRaw((byte[])[(byte)EventKind.SessionStarted, 0, 0, 1, 0]);
        output.WriteMapHeader(2);
        output.Write("fromTheFuture");
        output.WriteRaw(Nested(0x91, depth));
        output.Write("agent");
        output.Write("a");
        output.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
