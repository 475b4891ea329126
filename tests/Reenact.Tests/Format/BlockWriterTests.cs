using Reenact.Format;
using Reenact.Integrity;
using Xunit;

namespace Reenact.Tests.Format;

public class BlockWriterTests
{
    private static readonly byte[] Note = [0x95, 11, 5, 0, 0xC0, 0xA2, (byte)'h', (byte)'i'];

    [Fact]
    public void A_sealed_recording_of_one_block_has_at_most_450_bytes_beside_it()
    {
        var builder = new RecordingBuilder().Started();
        var before = builder.Writer.Length;
        var method = builder.Method("Acme.FlightTools.SearchDirectAsync", CallKind.Tool, "origin", "destination");
        for (var span = 1u; span <= 20; span++)
            builder.Call(span, method, "JFK", new string('x', 300) + span).Returned(span, "none");
        var block = builder.Ended().Block().Writer.Length - before;
        builder.Seal();

        Assert.InRange(builder.Bytes.Length - block, 300, 450);
    }

    [Fact]
    public void Each_failing_operation_is_the_last_and_leaves_what_was_written()
    {
        for (var failFrom = 3; ; failFrom++)
        {
            var store = new FailingBlockStore(failFrom);
            using var writer = BlockWriter.Create(store, Guid.CreateVersion7());
            Action[] steps =
            [
                () => writer.AppendEvents(Note, 0, 1),
                () => writer.Flush(durable: true),
                () => writer.AppendEvents(Note, 1, 1),
                () => writer.Seal(),
            ];

            var done = 0L;
            foreach (var step in steps)
            {
                try
                {
                    step();
                }
                catch (RecordingException)
                {
                    Assert.NotNull(writer.Failure);
                    store.Repaired = true; // Even then: nobody knows what a disk did with what it failed to flush.
                    var operations = store.Operations;
                    Assert.All(steps, again => Assert.Throws<RecordingException>(again));
                    Assert.Equal(operations, store.Operations);
                    break;
                }

                done = (long)writer.NextSequence;
            }

            using var recording = Recording.Open(new MemoryBlockStore(store.Bytes));
            Assert.InRange(recording.ReadEvents().Count(), (int)done, (int)done + 1);
            Assert.NotEqual(RecordingState.Damaged, recording.State);
            if (!store.Failed)
            {
                Assert.Equal(RecordingState.Sealed, recording.State);
                break;
            }
        }
    }

    [Fact]
    public void The_trailer_is_written_when_the_rest_is_on_disk()
    {
        var store = new FailingBlockStore(int.MaxValue);
        using var writer = BlockWriter.Create(store, Guid.CreateVersion7());
        writer.AppendEvents(Note, 0, 1);

        writer.Seal();

        Assert.Equal(["preamble", "block", "block", "block", "flush", "trailer", "flush"], store.Log);
    }

    [Fact]
    public void A_failure_at_creation_closes_the_store_and_is_reported()
    {
        Assert.Throws<RecordingException>(() => BlockWriter.Create(new FailingBlockStore(1), Guid.CreateVersion7()));
        Assert.Throws<RecordingException>(() => BlockWriter.Create(new FailingBlockStore(2), Guid.CreateVersion7()));
    }

    [Fact]
    public void Bodies_that_are_no_events_are_refused_and_leave_nothing()
    {
        var store = new MemoryBlockStore();
        using var writer = BlockWriter.Create(store, Guid.CreateVersion7());
        var length = store.Length;

        Assert.Throws<ArgumentException>(() => writer.AppendEvents(Note, 0, 2));
        Assert.Throws<ArgumentException>(() => writer.AppendEvents((byte[])[.. Note, 0xC0], 0, 1));
        Assert.Throws<ArgumentException>(() => writer.AppendEvents(Note, 1, 1));
        Assert.Throws<ArgumentException>(() => writer.AppendEvents(Note.AsMemory(0, 7), 0, 1));
        Assert.Throws<ArgumentException>(() => writer.AppendEvents(new byte[] { 0x92, 11, 5 }, 0, 1));

        Assert.Equal(length, store.Length);
        writer.AppendEvents(Note, 0, 1);
    }

    [Fact]
    public void A_body_over_64_MiB_is_refused()
    {
        using var writer = BlockWriter.Create(new MemoryBlockStore(), Guid.CreateVersion7());

        var error = Assert.Throws<RecordingException>(() => writer.AppendEvents(new byte[(64 << 20) + 1], 0, 1));

        Assert.Equal(RecordingErrorKind.TooLarge, error.Kind);
    }

    [Fact]
    public void A_body_over_16_MiB_as_stored_is_refused()
    {
        using var writer = BlockWriter.Create(new MemoryBlockStore(), Guid.CreateVersion7());
        var noise = new byte[17 << 20];
        new Random(1).NextBytes(noise);
        byte[] body = [0x95, 15, 5, 0, 1, 0xC6, (byte)(noise.Length >> 24), (byte)(noise.Length >> 16), (byte)(noise.Length >> 8), (byte)noise.Length, .. noise];

        var error = Assert.Throws<RecordingException>(() => writer.AppendEvents(body, 0, 1));

        Assert.Equal(RecordingErrorKind.TooLarge, error.Kind);
        Assert.Equal(0UL, writer.NextSequence);
    }

    [Fact]
    public void A_sealed_recording_takes_no_more()
    {
        using var writer = BlockWriter.Create(new MemoryBlockStore(), Guid.CreateVersion7());
        writer.Seal();

        Assert.Throws<InvalidOperationException>(() => writer.AppendEvents(Note, 0, 1));
        Assert.Throws<InvalidOperationException>(() => writer.Seal());
    }
}
