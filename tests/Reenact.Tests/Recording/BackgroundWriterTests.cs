using System.Buffers;
using System.Globalization;
using MessagePack;
using Reenact.Events;
using Reenact.Format;
using Reenact.Integrity;
using Reenact.Recorders;
using Xunit;
using EventBlock = Reenact.Recorders.EventBlock;

namespace Reenact.Tests.Recorders;

public class BackgroundWriterTests
{
    private const int Notes = 200;

    [Fact]
    public async Task A_writer_that_is_behind_saves_time_and_then_bytes_again()
    {
        using var entered = new SemaphoreSlim(0);
        using var goOn = new ManualResetEventSlim();
        var store = new KeptBlockStore();
        using (var writer = new BackgroundWriter(BlockWriter.Create(store, Guid.CreateVersion7()), _ => { }))
        {
            store.Writing = () =>
            {
                entered.Release();
                goOn.Wait();
            };
            writer.Write(Block(0), ProcessMemory.Shared);
            await entered.WaitAsync(TestContext.Current.CancellationToken);
            for (var number = 1; number < 7; number++)
                writer.Write(Block(number), ProcessMemory.Shared);
            goOn.Set();
            await writer.SealAsync("");
        }

        using var recording = Recording.Open(new MemoryBlockStore(store.Bytes));
        Assert.Equal(7 * Notes, recording.ReadEvents().OfType<NoteEvent>().Count());
        Assert.True(recording.Verify(new VerificationOptions { StoredBytesOnly = true }).IsIntact);

        // The first was compressed when nothing waited. Six waited then, and the same events took more bytes until three were left.
        var lengths = RecordingLayout.Open(new MemoryBlockStore(store.Bytes)).Index.Blocks.Skip(1).Take(7).Select(static block => block.Address.Length).ToArray();
        Assert.Equal([false, true, true, true, false, false, false], lengths.Select(length => length > lengths[0]));
    }

    /// <summary>The same notes each time: words in no order.</summary>
    private static EventBlock Block(int number)
    {
        var random = new Random(1);
        var words = Enumerable.Range(0, 500).Select(_ => random.Next(1 << 28).ToString("x", CultureInfo.InvariantCulture)).ToArray();
        var first = (ulong)(number * Notes);
        var block = new EventBlock(first, ProcessMemory.Shared.Rent(1 << 20));
        for (var note = 0; note < Notes; note++)
        {
            var text = string.Join(' ', Enumerable.Range(0, 40).Select(_ => words[(int)(words.Length * Math.Pow(random.NextDouble(), 3))]));
            Assert.True(block.Last.TryAdd(Note(text), default, ProcessMemory.Shared.Seed, first + (ulong)note, 0));
        }

        return block;
    }

    private static byte[] Note(string text)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(5);
        writer.Write((int)EventKind.Note);
        writer.Write(5);
        writer.Write(0);
        writer.WriteNil();
        writer.Write(text);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
