using MessagePack;
using Reenact.Events;
using Reenact.Format;
using Reenact.Tests.Format;
using Reenact.Values;

namespace Reenact.FuzzTests;

/// <summary>Small files that ask for a lot. What they may cost is in docs/format.md, Limits.</summary>
public class BombTests
{
    private const int Megabyte = 1 << 20;

    [Fact]
    public void Arguments_that_each_refer_to_the_same_content_are_refused_together()
    {
        var builder = WithBlobs(out var method);
        builder.Event(EventKind.CallStarted, 3, (ref MessagePackWriter output, ValueWriteContext _) =>
        {
            output.Write(0);
            output.Write(method);
            output.WriteArrayHeader(ushort.MaxValue);
            for (var i = 0; i < ushort.MaxValue; i++)
                output.WriteRaw((byte[])[0xD5, 8, 1, 2]);
        }, 1);

        AssertRefused(builder, "refers to more than 256 MiB");
    }

    [Fact]
    public void Texts_of_one_event_that_each_refer_to_the_same_content_are_refused_together()
    {
        var builder = WithBlobs(out var method).Call(1, 0, 1);
        builder.Event(EventKind.CallFailed, 12, (ref MessagePackWriter output, ValueWriteContext _) =>
        {
            output.Write("Acme.Error");
            output.Write("message");
            for (var i = 0; i < 9; i++)
                output.WriteNil();
            output.WriteArrayHeader(10_000);
            for (var i = 0; i < 10_000; i++)
                output.WriteRaw((byte[])[0xD4, 1, 3]);
        }, 1);

        AssertRefused(builder, "refers to more than 256 MiB");
    }

    [Fact]
    public void A_reference_to_one_empty_blob_over_and_over_is_refused()
    {
        var builder = WithBlobs(out _).Event(EventKind.Blob, 2, (ref MessagePackWriter output, ValueWriteContext _) =>
        {
            output.Write(4);
            output.WriteBinHeader(0);
        });
        builder.Event(EventKind.Note, 2, (ref MessagePackWriter output, ValueWriteContext _) =>
        {
            output.WriteNil();
            output.WriteExtensionFormat(new ExtensionResult(ValueExtensionType.TextInBlob, Enumerable.Repeat((byte)4, 8 * Megabyte).ToArray()));
        });

        AssertRefused(builder, "refers to more than 256 MiB");
    }

    [Fact]
    public void The_name_of_a_definition_stands_in_its_event()
    {
        // Definitions are kept for as long as the recording is open.
        var builder = WithBlobs(out _).Event(EventKind.Definition, 2, (ref MessagePackWriter output, ValueWriteContext _) =>
        {
            output.Write(77);
            output.WriteRaw((byte[])[0xD4, 1, 3]);
        });

        AssertRefused(builder, "is not text that stands in the event");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void An_index_that_claims_millions_of_definitions_is_refused_before_they_are_kept(byte step)
    {
        var sealedRecording = RecordingBuilder.Sample().Seal().Bytes;
        var recording = TakenApart.Of(new CorpusFile("sample", sealedRecording));
        recording.Cache = cache =>
        {
            // In place of the definitions: as many as there is room for.
            var definitions = Element.In(cache).Where(element => element.Parent == 0).ElementAt(1);
            var many = 4 * Megabyte - cache.Length - 16;
            return [.. cache[..definitions.Start], 0xDD, (byte)(many >> 24), (byte)(many >> 16), (byte)(many >> 8), (byte)many, .. Enumerable.Repeat(step, many), .. cache[definitions.End..]];
        };
        var bytes = recording.Build(out _);
        Assert.InRange(bytes.Length, 0, 10_000);

        Assert.InRange(Memory.Of(() => Recording.Open(new MemoryBlockStore(bytes)).Dispose()), 0, 64 * Megabyte);
    }

    [Fact]
    public void An_index_that_claims_events_for_its_definitions_costs_no_more_than_it_may()
    {
        var recording = TakenApart.Of(new CorpusFile("sample", RecordingBuilder.Sample().Seal().Bytes));
        recording.Cache = cache =>
        {
            var elements = Element.In(cache);
            var (events, definitions) = (elements.Where(element => element.Parent == 1).ElementAt(4), elements.Where(element => element.Parent == 0).ElementAt(1));
            var many = 4 * Megabyte - cache.Length - 16;
            return [.. cache[..events.Start], 0xCE, 0x00, 0xFF, 0xFF, 0xFF, .. cache[events.End..definitions.Start],
                0xDD, (byte)(many >> 24), (byte)(many >> 16), (byte)(many >> 8), (byte)many, .. Enumerable.Repeat((byte)1, many), .. cache[definitions.End..]];
        };
        var bytes = recording.Build(out _);
        Assert.InRange(bytes.Length, 0, 10_000);

        Assert.InRange(Memory.Of(() => Recording.Open(new MemoryBlockStore(bytes)).Dispose()), 0, 700L * Megabyte);
    }

    [Theory]
    [InlineData(0xFFFFFFFFUL, 0)]
    [InlineData((64UL << 20) + 1, 0)]
    [InlineData(64UL << 20, 0x58)]
    [InlineData(64UL << 20, 0xA8)]
    [InlineData(64UL << 20, 0xFF)]
    public void A_zstd_frame_that_says_it_is_huge_costs_no_more_than_one_body(ulong size, byte window)
    {
        var recording = TakenApart.Of(new CorpusFile("sample", RecordingBuilder.Sample().Seal().Bytes));
        var part = recording.Parts[0];
        part.IsCompressed = true;
        part.Stored = _ => [0x28, 0xB5, 0x2F, 0xFD, window == 0 ? (byte)0xE0 : (byte)0xC0, .. window == 0 ? [] : (byte[])[window], .. BitConverter.GetBytes(size), 0x01, 0, 0];
        part.Header = header => header with { RawLength = (int)size };
        var bytes = recording.Build(out _);

        var allocated = Memory.Of(() =>
        {
            using var opened = Recording.Open(new MemoryBlockStore(bytes));
            Assert.Throws<RecordingException>(() => opened.ReadEvents().Count());
        });
        Assert.InRange(allocated, 0, 3L * BlockLayout.MaxRawBody);
    }

    /// <summary>A recording with two blobs that make one value of 2 MiB, and one that is a text of 1 MiB.</summary>
    private static RecordingBuilder WithBlobs(out uint method)
    {
        var builder = new RecordingBuilder().Started();
        method = builder.Method("Acme.Tool", CallKind.Tool, "value");
        byte[][] contents = [[0xC6, 0, 0x20, 0, 0, .. new byte[Megabyte - 5]], new byte[Megabyte + 5], [.. Enumerable.Repeat((byte)'x', Megabyte)]];
        for (var id = 1; id <= contents.Length; id++)
        {
            var (number, content) = (id, contents[id - 1]);
            builder.Event(EventKind.Blob, 2, (ref MessagePackWriter output, ValueWriteContext _) =>
            {
                output.Write(number);
                output.Write(content);
            });
        }

        return builder;
    }

    private static void AssertRefused(RecordingBuilder builder, string why)
    {
        var bytes = builder.Ended().Seal().Bytes;
        Assert.InRange(bytes.Length, 0, Megabyte);
        var allocated = Memory.Of(() =>
        {
            using var recording = Recording.Open(new MemoryBlockStore(bytes));
            var refused = Assert.Throws<RecordingException>(() => recording.ReadEvents().Count());
            Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        });
        Assert.InRange(allocated, 0, 1L << 30);
    }
}
