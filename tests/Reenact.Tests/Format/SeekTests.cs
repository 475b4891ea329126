using System.Globalization;
using Reenact.Events;
using Reenact.Format;
using Xunit;

namespace Reenact.Tests.Format;

public class SeekTests
{
    private const int Blocks = 200;

    private static readonly byte[] Long = WithBlocks(Blocks);

    [Fact]
    public void A_sealed_recording_opens_by_reading_its_seal_only()
    {
        var store = new CountingBlockStore(Long);
        using var recording = Recording.Open(store);

        Assert.Equal(RecordingState.Sealed, recording.State);
        Assert.Equal((Blocks * 3) + 1, recording.Summary.Events);
        Assert.Equal(1, store.BlocksRead);
    }

    [Fact]
    public void Any_event_is_read_by_decoding_one_block()
    {
        for (var block = 0; block < Blocks; block++)
        {
            var store = new CountingBlockStore(Long);
            using var recording = Recording.Open(store);

            var note = Assert.IsType<NoteEvent>(recording.ReadEvent(1 + (block * 3) + 2));

            Assert.Equal(block.ToString(CultureInfo.InvariantCulture), note.Text);
            Assert.Equal(2, store.BlocksRead); // The other is the seal.
        }
    }

    [Fact]
    public void Many_threads_read_one_recording()
    {
        using var recording = Recording.Open(new MemoryBlockStore(Long));
        var expected = DamageTests.ReadAll(Long, OnDamage.Throw, out _);

        Parallel.For(0, 8, thread =>
        {
            if (thread % 2 == 0)
                Assert.Equal(expected, EventText.Of(recording.ReadEvents()));
            else
                Assert.Equal(expected.Skip(300), EventText.Of(recording.ReadEvents(300)));
        });
    }

    private static byte[] WithBlocks(int count)
    {
        var builder = new RecordingBuilder().Started().Block();
        for (var block = 0; block < count; block++)
        {
            builder.Note(new string('x', 300 + block)); // its blob, and the note
            builder.Note(block.ToString(CultureInfo.InvariantCulture)).Block();
        }

        return builder.Seal().Bytes;
    }
}
