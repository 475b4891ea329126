namespace Reenact.FuzzTests;

/// <summary>
/// Each recording cut at every byte, and with every bit flipped, one at a time. Without REENACT_FUZZ a part of them, spread over all: the sample of the format has all of
/// them checked each time.
/// </summary>
public class EveryByteTests
{
    private static int Stride(int often) => Fuzz.Seconds is null ? often : 1;

    [Fact]
    public void Cut_at_any_byte_it_keeps_what_is_before_and_is_never_sealed()
    {
        foreach (var file in RecordedCorpus.Files)
        {
            var whole = Observed.Of(file)!;
            for (var length = 0; length < file.Bytes.Length; length += Stride(19))
            {
                var cut = file with { Bytes = file.Bytes[..length], Name = $"{file.Name}, cut after {length} bytes" };
                if (See(cut, whole) is { IsSealed: true } seen)
                    Assert.True(seen.State != RecordingState.Sealed && length >= file.Bytes.Length - 32, $"{cut.Name}, is sealed");
            }
        }
    }

    [Fact]
    public void A_flip_of_any_bit_is_found_or_changes_nothing()
    {
        foreach (var file in RecordedCorpus.Files)
        {
            var whole = Observed.Of(file)!;
            for (var bit = 0; bit < file.Bytes.Length * 8; bit += Stride(149))
            {
                var seen = See(file with { Bytes = Flipped(file.Bytes, bit), Name = $"{file.Name}, bit {bit} flipped" }, whole);
                if (seen is { IsIntact: true } && whole.IsSealed)
                    Assert.Equal(whole.Events.Count, seen.Events.Count);
            }
        }
    }

    [Fact]
    public void A_tail_that_is_cut_or_flipped_gives_its_first_events_or_none()
    {
        var file = RecordedCorpus.Files.First(file => file.Tail is not null);
        var whole = Observed.Of(file)!;
        var tail = file.Tail!;
        var used = tail.AsSpan().LastIndexOfAnyExcept((byte)0) + 9;
        for (var length = 0; length < used; length += Stride(1499))
            See(file with { Tail = tail[..length], Name = $"the tail cut after {length} bytes" }, whole);
        for (var bit = 0; bit < used * 8; bit += Stride(9973))
            See(file with { Tail = Flipped(tail, bit), Name = $"bit {bit} of the tail flipped" }, whole);
    }

    private static Observed? See(CorpusFile changed, Observed whole)
    {
        var seen = Observed.Of(changed);
        try
        {
            seen?.CheckAgainst(whole.Events);
        }
        catch (FuzzFailure failure)
        {
            throw new FuzzFailure($"{changed.Name}: {failure.Message}", failure);
        }

        return seen;
    }

    private static byte[] Flipped(byte[] bytes, int bit)
    {
        var flipped = (byte[])bytes.Clone();
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        return flipped;
    }
}
