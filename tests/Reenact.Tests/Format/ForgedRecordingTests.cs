using CsCheck;
using Reenact.Format;
using Xunit;

namespace Reenact.Tests.Format;

/// <summary>Recordings whose checksums are right and whose contents are not: written by somebody who means harm, or by a bug.</summary>
public class ForgedRecordingTests
{
    private static readonly (byte[] Body, int Count)[] Bodies = BodiesOf(EveryKind.Recording().Seal().Bytes);

    [Fact]
    public void Any_contents_are_read_or_refused_in_the_ordinary_way()
    {
        var survived = 0;
        Gen.Select(Gen.Int[0, Bodies.Length - 1], Gen.Select(Gen.Int[0, 5000], Gen.Byte).Array[1, 4]).Sample((which, changes) =>
        {
            var (original, count) = Bodies[which];
            var body = (byte[])original.Clone();
            foreach (var (place, value) in changes)
                body[place % body.Length] = value;

            var store = new MemoryBlockStore();
            using var writer = BlockWriter.Create(store, Guid.CreateVersion7());
            try
            {
                writer.AppendEvents(body, 0, count);
            }
            catch (ArgumentException)
            {
                return;
            }

            writer.Seal();
            using var recording = Recording.Open(store, OnDamage.Skip);
            foreach (var found in recording.ReadEvents())
                Assert.True(found.Sequence < count);
            Assert.NotNull(recording.Calls);
            Assert.NotNull(recording.Info);
            Assert.NotNull(recording.Verify());
            ReadStates(recording);
            Interlocked.Increment(ref survived);
        }, iter: 3000);

        Assert.True(survived > 100, $"Only {survived} changed bodies were events still, too few to mean anything.");
    }

    [Fact]
    public void A_seal_of_any_contents_is_read_or_refused_in_the_ordinary_way()
    {
        var open = RecordingBuilder.Sample().Block();
        var layout = RecordingLayout.Open(open.Store);
        var whole = open.Bytes;
        var seal = RecordingLayout.Open(open.Seal().Store).Seal!;
        Gen.Select(Gen.Int[0, seal.Cache.Length - 1], Gen.Byte).Array[1, 4].Sample(changes =>
        {
            var cache = (byte[])seal.Cache.Clone();
            foreach (var (place, value) in changes)
                cache[place] = value;
            var body = (seal with { Cache = cache }).Encode();
            var address = layout.Index.Next with { Length = BlockLayout.BlockLength(body.Length) };
            var block = new byte[address.Length];
            body.CopyTo(block, BlockLayout.HeaderSize);
            new BlockHeader(body.Length, BlockType.Seal, BlockFlags.None, address.Number, (ulong)layout.Index.NextSequence, 0, body.Length).Write(block, layout.SessionBytes);

            using var recording = Recording.Open(new MemoryBlockStore([.. whole, .. block, .. Trailer.Encode(address, layout.SessionBytes)]), OnDamage.Skip);
            Assert.NotNull(recording.Summary);
            _ = recording.ReadEvents().Count();
            _ = recording.ReadEvent(3);
            ReadStates(recording);
            var verification = recording.Verify();
            Assert.True(cache.AsSpan().SequenceEqual(seal.Cache) || !verification.IsIntact);
        }, iter: 2000);
    }

    [Fact]
    public void A_random_session_is_the_same_sealed_and_unsealed_and_verifies() => Gen.Int[0, 1_000_000].Sample(seed =>
    {
        var builder = RandomEvents.Recording(seed, events: 30).Block();
        using var unsealed = Recording.Open(new MemoryBlockStore(builder.Bytes));
        using var whole = Recording.Open(new MemoryBlockStore(builder.Seal().Bytes));

        Assert.Equal(EventText.Of(unsealed.ReadEvents()), EventText.Of(whole.ReadEvents()));
        Assert.Equivalent(unsealed.Summary, whole.Summary, strict: true);
        Assert.Empty(whole.Verify().Findings);
    }, iter: 50);

    private static (byte[] Body, int Count)[] BodiesOf(byte[] bytes)
    {
        var store = new MemoryBlockStore(bytes);
        var layout = RecordingLayout.Open(store);
        return [.. layout.Index.Blocks
            .Select(block => StoredBlock.Read(store, block.Address, layout.SessionBytes))
            .Where(stored => stored.Header.Type == BlockType.Events)
            .Select(stored => EventBlock.Decode(stored, FormatDictionary.Compression, out _)!)
            .Select(block => (block.Body.ToArray(), block.Starts.Length))];
    }

    private static void ReadStates(Recording recording)
    {
        try
        {
            Assert.NotEmpty(recording.StateAt(recording.EventCount).ToString());
        }
        catch (RecordingException exception)
        {
            Assert.Contains("the name of a snapshot", exception.Message, StringComparison.Ordinal);
        }
    }
}
