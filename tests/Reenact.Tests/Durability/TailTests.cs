using System.Buffers.Binary;
using Reenact.Format;
using Reenact.Tests.Format;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Durabilities;

/// <summary>What is in no block yet is in the tail, and read from there.</summary>
public sealed class TailTests
{
    [Fact]
    public async Task Every_event_is_there_at_once_without_a_flush_and_the_tail_goes_when_the_session_ends()
    {
        await using var live = new LiveSession();
        Assert.Equal(Durability.EveryEvent, live.Session.Durability);
        for (var i = 0; i < 100; i++)
        {
            SampleTools.Twice(i);

            using var recording = Reenact.Recording.Open(live.Path);
            Assert.Equal(RecordingState.Unsealed, recording.State);
            Assert.Equal(i + 1, recording.Calls.Count);
            Assert.All(recording.Calls, call => Assert.NotNull(call.End));
            Assert.Equal(recording.EventCount, recording.EventsInTail);
            Assert.Empty(recording.Problems);
        }

        await live.Session.DisposeAsync();

        Assert.False(File.Exists(live.TailPath));
        using var whole = Reenact.Recording.Open(live.Path);
        Assert.Equal(RecordingState.Sealed, whole.State);
        Assert.Equal(0, whole.EventsInTail);
        Assert.Equal(100, whole.Calls.Count);
        Assert.Empty(whole.Verify().Findings);
    }

    [Fact]
    public async Task A_flush_moves_events_from_the_tail_to_a_block()
    {
        await using var live = new LiveSession();
        SampleTools.Twice(1);
        await live.Session.FlushAsync();
        SampleTools.Twice(2);

        using var recording = Reenact.Recording.Open(live.Path);
        using var without = Reenact.Recording.Open(new MemoryBlockStore(live.Bytes));
        Assert.Equal(2, recording.Calls.Count);
        Assert.Single(without.Calls);
        Assert.Equal(2, recording.EventsInTail);
        Assert.Equal(recording.EventCount - 2, without.EventCount);
    }

    [Fact]
    public async Task Sessions_of_many_blocks_from_many_threads_lose_nothing_on_the_way()
    {
        const int Threads = 4;
        const int CallsEach = 1_500;
        await using var live = new LiveSession();
        var flow = ExecutionContext.Capture()!;
        var done = 0;
        var threads = Enumerable.Range(0, Threads).Select(number => new Thread(() => ExecutionContext.Run(
            flow,
            _ =>
            {
                var random = new Random(number);
                for (var i = 0; i < CallsEach; i++)
                {
                    live.Tools.Describe($"{number} {i} " + new string('x', random.Next(600)));
                    Interlocked.Increment(ref done);
                }
            },
            null))).ToList();
        threads.ForEach(thread => thread.Start());
        while (Volatile.Read(ref done) < Threads * CallsEach)
        {
            var before = Volatile.Read(ref done);
            using var recording = Reenact.Recording.Open(live.Path);
            Assert.Empty(recording.Problems);
            Assert.Equal(recording.EventCount, recording.ReadEvents().Count());

            // A reader beside the writer may miss what moved while it read, and never what was long there.
            Assert.InRange(recording.Calls.Count(call => call.End is not null), recording.EventsInTail > 0 ? before : 0, Threads * CallsEach);
        }

        threads.ForEach(thread => thread.Join());
        using (var recording = Reenact.Recording.Open(live.Path))
        {
            Assert.Equal(Threads * CallsEach, recording.Calls.Count(call => call.End is not null));
        }

        await live.Session.DisposeAsync();
        using var whole = Reenact.Recording.Open(live.Path);
        Assert.Equal(Threads * CallsEach, whole.Calls.Count);
        Assert.True(whole.Verify().IsIntact);
    }

    [Fact]
    public async Task Events_larger_than_a_chunk_and_than_a_block_are_kept_as_well()
    {
        await using var live = new LiveSession();
        var random = new Random(3);
        foreach (var size in new[] { 70_000, 10, 600_000, 65_536 - 24, 3_000_000, 5, 1 << 20 })
        {
            var content = new byte[size];
            random.NextBytes(content);
            live.Tools.Size(content);
            Assert.Equal(300_000, live.Tools.Count([.. Enumerable.Range(0, 299_999)]));
        }

        using (var recording = Reenact.Recording.Open(live.Path))
        {
            Assert.Equal(14, recording.Calls.Count(call => call.End is not null));
            Assert.True(recording.Verify().IsIntact);
        }

        await live.Session.DisposeAsync();
        using var whole = Reenact.Recording.Open(live.Path);
        Assert.Equal(14, whole.Calls.Count);
        Assert.True(whole.Verify().IsIntact);
    }

    [Fact]
    public async Task Truncated_at_any_byte_a_tail_keeps_the_events_before_it()
    {
        var (recording, tail, events) = await SampleAsync();
        var last = 0;
        for (var length = 0; length <= tail.Length; length += length is > TailHeader.Size and < TailLayout.FirstChunk - 100 ? 100 : 1)
        {
            var found = Read(recording, tail[..length]);
            Assert.Equal(events.Take(found.Count), found);
            Assert.True(found.Count >= last);
            last = found.Count;
        }

        Assert.Equal(events.Count, last);
    }

    [Fact]
    public async Task A_flip_of_any_bit_of_a_tail_gives_no_wrong_event()
    {
        var (recording, tail, events) = await SampleAsync();
        var inBlocks = Read(recording, []).Count;
        var lost = 0;
        for (var bit = 0; bit < tail.Length * 8; bit++)
        {
            if (bit / 8 is > TailHeader.Size + 8 and < TailLayout.FirstChunk - 8)
                continue; // Nothing stands there.
            tail[bit / 8] ^= (byte)(1 << (bit % 8));
            var found = Read(recording, tail);
            tail[bit / 8] ^= (byte)(1 << (bit % 8));

            Assert.Equal(events.Take(found.Count), found);
            Assert.InRange(found.Count, inBlocks, events.Count);
            lost += found.Count < events.Count ? 1 : 0;
        }

        Assert.InRange(lost, 8 * 120, tail.Length * 8); // All but padding counts.
    }

    [Fact]
    public async Task A_tail_of_another_session_or_epoch_adds_nothing()
    {
        var (recording, tail, _) = await SampleAsync();
        var (_, other, _) = await SampleAsync();
        var inBlocks = Read(recording, []).Count;

        Assert.Equal(inBlocks, Read(recording, other).Count);

        var epoch = (byte[])tail.Clone();
        epoch[40] ^= 1; // The salt, with a checksum that fits.
        BinaryPrimitives.WriteUInt32LittleEndian(epoch.AsSpan(60), Crc32C.Of(epoch.AsSpan(0, 60)));
        Assert.Equal(inBlocks, Read(recording, epoch).Count);
        Assert.True(Read(recording, tail).Count > inBlocks);
    }

    [Fact]
    public async Task A_tail_that_is_left_over_beside_a_sealed_recording_is_passed_over()
    {
        await using var live = new LiveSession();
        SampleTools.Twice(1);
        var tail = live.Tail;
        await live.Session.DisposeAsync();
        await File.WriteAllBytesAsync(live.TailPath, tail, TestContext.Current.CancellationToken);

        using var recording = Reenact.Recording.Open(live.Path);
        Assert.Equal(RecordingState.Sealed, recording.State);
        Assert.Equal(0, recording.EventsInTail);
    }

    [Fact]
    public async Task A_tail_stands_in_for_a_torn_block()
    {
        await using var live = new LiveSession();
        SampleTools.Twice(1);
        var tail = live.Tail;
        var before = live.Bytes;
        await live.Session.FlushAsync();
        var events = Read(live.Bytes, []);

        for (var length = before.Length; length < live.Bytes.Length; length++)
        {
            Assert.Equal(events, Read(live.Bytes[..length], tail));
        }

        Assert.Equal(events, Read(live.Bytes, tail)); // And adds nothing to a whole one.
    }

    [Fact]
    public async Task Random_bytes_in_place_of_a_tail_are_no_tail()
    {
        var (recording, tail, events) = await SampleAsync();
        var inBlocks = Read(recording, []).Count;
        var random = new Random(11);
        for (var round = 0; round < 300; round++)
        {
            var noise = (byte[])tail.Clone();
            var from = round % 3 == 0 ? 0 : round % 3 == 1 ? TailHeader.Size : TailLayout.FirstChunk;
            random.NextBytes(noise.AsSpan(from, Math.Min(noise.Length - from, 1 << random.Next(12))));
            var found = Read(recording, noise);
            Assert.Equal(events.Take(found.Count), found);
            Assert.True(found.Count >= inBlocks);
        }
    }

    [Fact]
    public async Task A_store_without_a_tail_says_what_it_can_do()
    {
        await using (var session = Session.Record(new MemoryBlockStore()))
        {
            Assert.Equal(Durability.Buffered, session.Durability);
        }

        var error = Assert.Throws<RecordingException>(() => Session.Record(new MemoryBlockStore(), options: new RecordOptions { Durability = Durability.EveryEvent }));
        Assert.Equal(RecordingErrorKind.NotSupported, error.Kind);
        Assert.Null(Session.Current);
    }

    [Fact]
    public async Task A_recording_that_is_replaced_takes_nothing_of_the_session_that_goes_on()
    {
        await using var live = new LiveSession();
        SampleTools.Twice(1);
        var second = Session.Record(live.Path, options: new RecordOptions { Replace = true });
        SampleTools.Twice(2);
        SampleTools.Twice(3);

        await live.Session.DisposeAsync();

        Assert.True(File.Exists(live.TailPath)); // It is the second one's.
        using (var recording = Reenact.Recording.Open(live.Path))
        {
            Assert.Equal(2, recording.Calls.Count);
        }

        await second.DisposeAsync();
        Assert.False(File.Exists(live.TailPath));
    }

    private static List<string> Read(byte[] recording, byte[] tail)
    {
        using var opened = Reenact.Recording.Open(new StoreInParts(recording, tail));
        Assert.Equal(RecordingState.Unsealed, opened.State);
        return [.. opened.ReadEvents().Select(EventText.Of)];
    }

    /// <summary>A recording with a block, and a tail with more in two chunks that have no room to spare.</summary>
    private static async Task<(byte[] Recording, byte[] Tail, List<string> Events)> SampleAsync()
    {
        await using var live = new LiveSession();
        SampleTools.Twice(1);
        live.Tools.Describe(new string('x', 300));
        await live.Session.FlushAsync();
        var written = EventsIn(live.Path);
        SampleTools.Twice(2);
        live.Session.Note("a note");
        SampleTools.Twice(3);
        var tail = live.Tail;
        var header = TailHeader.Decode(tail)!;
        using var all = Reenact.Recording.Open(live.Path);
        using var source = new StoreInParts(live.Bytes, tail);
        var bodies = RecordingLayout.Open(source);
        var events = new EventSource(bodies.Store, bodies.SessionBytes, bodies.Index, bodies.Key);
        var inTail = Enumerable.Range((int)written, (int)(all.EventCount - written)).Select(number => events.BytesOf(number)).ToList();
        return (live.Bytes, Tight(header, (ulong)written, inTail[..2], inTail[2..]), Read(live.Bytes, tail));
    }

    private static long EventsIn(string path)
    {
        using var recording = Reenact.Recording.Open(path);
        return recording.EventCount;
    }

    private static byte[] Tight(TailHeader header, ulong first, params List<ReadOnlyMemory<byte>>[] chunks)
    {
        var seed = TailLayout.Seed(header.Salt);
        var bytes = new List<byte>(header.Encode());
        bytes.AddRange(new byte[TailLayout.FirstChunk - bytes.Count]);
        foreach (var events in chunks)
        {
            var chunk = new byte[TailLayout.ChunkHeader + events.Sum(happened => TailLayout.FrameLength(happened.Length))];
            TailLayout.WriteChunkHeader(chunk, seed, bytes.Count, chunk.Length);
            BinaryPrimitives.WriteUInt64LittleEndian(chunk.AsSpan(8), first);
            var at = TailLayout.ChunkHeader;
            foreach (var happened in events)
            {
                BinaryPrimitives.WriteInt32LittleEndian(chunk.AsSpan(at), happened.Length);
                BinaryPrimitives.WriteUInt32LittleEndian(chunk.AsSpan(at + 4), TailLayout.FrameCheck(seed, first++, happened.Length, Crc32C.Of(happened.Span)));
                happened.Span.CopyTo(chunk.AsSpan(at + TailLayout.FrameHeader));
                at += TailLayout.FrameLength(happened.Length);
            }

            bytes.AddRange(chunk);
        }

        return [.. bytes];
    }
}
