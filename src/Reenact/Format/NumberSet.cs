using System.Runtime.InteropServices;

namespace Reenact.Format;

/// <summary>
/// A set of numbers most of which are near one another, as those of calls are: a bit each, so that a million calls take less than a megabyte. Numbers far apart take
/// as much as in any other set. Not thread-safe.
/// </summary>
internal sealed class NumberSet
{
    private const int WordBits = 6;

    private readonly Dictionary<long, ulong> words = [];

    public bool Contains(long number) => words.TryGetValue(number >> WordBits, out var word) && (word & Bit(number)) != 0;

    /// <summary>Adds a number.</summary>
    /// <returns>Whether it was not there before.</returns>
    public bool Add(long number)
    {
        ref var word = ref CollectionsMarshal.GetValueRefOrAddDefault(words, number >> WordBits, out _);
        var isNew = (word & Bit(number)) == 0;
        word |= Bit(number);
        return isNew;
    }

    private static ulong Bit(long number) => 1UL << (int)(number & ((1 << WordBits) - 1));
}
