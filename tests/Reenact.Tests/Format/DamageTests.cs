using Reenact.Events;
using Reenact.Format;
using Xunit;

namespace Reenact.Tests.Format;

public class DamageTests
{
    private static readonly byte[] Whole = RecordingBuilder.Sample().Seal().Bytes;

    private static readonly List<string> Events = ReadAll(Whole, OnDamage.Throw, out _);

    [Fact]
    public void The_sample_is_of_the_size_these_tests_are_meant_for() => Assert.InRange(Whole.Length, 1200, 3000);

    [Fact]
    public void Truncated_at_any_byte_is_reported_and_keeps_whole_blocks()
    {
        var unsealed = 0;
        for (var length = 0; length < Whole.Length; length++)
        {
            var cut = Whole[..length];
            if (length < BlockLayout.PreambleSize)
            {
                var error = Assert.Throws<RecordingException>(() => Recording.Open(new MemoryBlockStore(cut)));
                Assert.Contains(error.Kind, new[] { RecordingErrorKind.Empty, RecordingErrorKind.Cut });
                continue;
            }

            var events = ReadAll(cut, OnDamage.Throw, out var state);
            Assert.Equal(RecordingState.Unsealed, state);
            Assert.Equal(Events.Take(events.Count), events);
            unsealed++;
        }

        Assert.Equal(Whole.Length - BlockLayout.PreambleSize, unsealed);
    }

    [Fact]
    public void A_flip_of_any_bit_is_detected_or_changes_nothing()
    {
        var unnoticed = new List<int>();
        for (var bit = 0; bit < Whole.Length * 8; bit++)
        {
            var flipped = (byte[])Whole.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            List<string> events;
            RecordingState state;
            try
            {
                events = ReadAll(flipped, OnDamage.Throw, out state);
            }
            catch (RecordingException)
            {
                continue;
            }

            Assert.Equal(Events, events);
            if (state == RecordingState.Sealed)
                unnoticed.Add(bit / 8);
        }

        Assert.All(unnoticed, place => Assert.True(IsPadding(place), $"A flip in byte {place} was not noticed."));
    }

    [Fact]
    public void A_flip_of_any_bit_skipped_over_gives_no_wrong_event()
    {
        for (var bit = 0; bit < Whole.Length * 8; bit++)
        {
            var flipped = (byte[])Whole.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            List<string> events;
            RecordingState state;
            try
            {
                events = ReadAll(flipped, OnDamage.Skip, out state);
            }
            catch (RecordingException)
            {
                Assert.True(bit / 8 < BlockLayout.PreambleSize);
                continue;
            }

            Assert.Subset(Events.ToHashSet(), events.ToHashSet());
            Assert.True(state == RecordingState.Damaged || IsPadding(bit / 8), $"A flip in byte {bit / 8} was not noticed.");
        }
    }

    [Fact]
    public void A_flip_of_any_bit_is_found_by_verification()
    {
        for (var place = BlockLayout.PreambleSize; place < Whole.Length; place++)
        {
            var flipped = (byte[])Whole.Clone();
            flipped[place] ^= 0x10;
            using var recording = Recording.Open(new MemoryBlockStore(flipped), OnDamage.Skip);

            var verification = recording.Verify();

            Assert.NotEmpty(verification.Findings);
            Assert.True(!verification.IsIntact || IsPadding(place), $"A flip in byte {place} was not found.");
        }
    }

    [Fact]
    public void Damage_within_a_sealed_recording_names_its_place_and_leaves_the_rest()
    {
        var layout = RecordingLayout.Open(new MemoryBlockStore(Whole));
        var first = layout.Index.Blocks[1];
        var damaged = (byte[])Whole.Clone();
        damaged[first.Address.Offset + 40] ^= 1;

        using var strict = Recording.Open(new MemoryBlockStore(damaged));
        Assert.Equal(RecordingState.Sealed, strict.State);
        var error = Assert.Throws<RecordingException>(() => strict.ReadEvents().Count());
        Assert.Equal(RecordingErrorKind.Damaged, error.Kind);
        Assert.Equal(first.Address.Offset, error.Offset);

        using var lenient = Recording.Open(new MemoryBlockStore(damaged), OnDamage.Skip);
        var left = lenient.ReadEvents().Where(found => found is NoteEvent or SessionEndedEvent).ToList();
        Assert.Equal(2, left.Count);
        Assert.Equal(RecordingState.Damaged, lenient.State);
        Assert.Contains(lenient.Problems, problem => problem.Kind == RecordingProblemKind.DamagedBlock && problem.Offset == first.Address.Offset);
    }

    [Fact]
    public void Bytes_after_the_end_are_reported()
    {
        byte[] longer = [.. Whole, 1, 2, 3];

        Assert.Equal(Events, ReadAll(longer, OnDamage.Throw, out var state));
        Assert.Equal(RecordingState.Damaged, state);
    }

    [Fact]
    public void Zeros_after_the_last_block_are_a_crash_and_no_damage()
    {
        byte[] crashed = [.. RecordingBuilder.Sample().Block().Bytes, .. new byte[4096]];

        Assert.Equal(Events.Count, ReadAll(crashed, OnDamage.Throw, out var state).Count);
        Assert.Equal(RecordingState.Unsealed, state);
    }

    [Fact]
    public void A_block_of_another_session_is_not_taken_over()
    {
        var other = RecordingBuilder.Sample().Seal().Bytes;
        byte[] spliced = [.. Whole[..128], .. other[128..]];

        var error = Assert.Throws<RecordingException>(() => ReadAll(spliced, OnDamage.Throw, out _));
        Assert.Equal(RecordingErrorKind.Damaged, error.Kind);
    }

    internal static List<string> ReadAll(byte[] bytes, OnDamage onDamage, out RecordingState state)
    {
        using var recording = Recording.Open(new MemoryBlockStore(bytes), onDamage);
        var events = recording.ReadEvents().Select(EventText.Of).ToList();
        state = recording.State;
        return events;
    }

    private static bool IsPadding(int place)
    {
        var layout = RecordingLayout.Open(new MemoryBlockStore(Whole));
        var addresses = layout.Index.Blocks.Select(block => block.Address).Append(layout.Index.Next with { Length = Whole.Length - 32 - (int)layout.Index.Next.Offset });
        return addresses.Any(address =>
        {
            var body = BitConverter.ToInt32(Whole, (int)address.Offset);
            return place >= address.Offset + BlockLayout.HeaderSize + body && place < address.Offset + address.Length;
        });
    }
}
