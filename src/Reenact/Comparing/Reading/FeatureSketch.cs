namespace Reenact.Comparing;

/// <summary>
/// A small sample of what a value is made of (its words and scalars), from which the likeness of two values is estimated: the
/// smallest hashes of each, as in A. Z. Broder, "On the resemblance and containment of documents" (SEQUENCES 1997). Not thread-safe.
/// </summary>
internal sealed class FeatureSketch
{
    /// <summary>How many hashes are kept.</summary>
    public const int Size = 32;

    private const int LongestText = 1 << 14;

    private readonly ulong[] hashes = new ulong[4 * Size];
    private ulong threshold = ulong.MaxValue;
    private int count;

    /// <summary>The kept hashes, ascending.</summary>
    public ulong[] ToArray()
    {
        Shrink();
        return hashes[..count];
    }

    public void Add(ReadOnlySpan<byte> feature)
    {
        var hash = Hash(feature);
        if (hash >= threshold)
        {
            return;
        }

        if (count == hashes.Length)
        {
            Shrink();
        }

        hashes[count++] = hash;
    }

    /// <summary>Adds what another value has that is part of this one.</summary>
    public void Add(ulong[] others)
    {
        foreach (var hash in others)
        {
            if (hash >= threshold)
            {
                return;
            }

            if (count == hashes.Length)
            {
                Shrink();
            }

            hashes[count++] = hash;
        }
    }

    /// <summary>Adds the words of a text, of a long one those at its start.</summary>
    public void AddText(ReadOnlySpan<byte> utf8)
    {
        utf8 = utf8[..Math.Min(utf8.Length, LongestText)];
        while (!utf8.IsEmpty)
        {
            var end = utf8.IndexOfAny((byte)' ', (byte)'\n', (byte)'"');
            end = end < 0 ? utf8.Length : end;
            if (end > 0)
            {
                Add(utf8[..end]);
            }

            utf8 = utf8[Math.Min(end + 1, utf8.Length)..];
        }
    }

    /// <summary>How much two values differ: 0 for not at all, 1 for altogether.</summary>
    public static double Distance(ulong[] before, ulong[] after)
    {
        var (shared, seen, i, j) = (0, 0, 0, 0);
        while (seen < Size && (i < before.Length || j < after.Length))
        {
            seen++;
            if (j == after.Length || (i < before.Length && before[i] < after[j]))
            {
                i++;
            }
            else if (i == before.Length || after[j] < before[i])
            {
                j++;
            }
            else
            {
                shared++;
                i++;
                j++;
            }
        }

        return seen == 0 ? 0 : 1 - (shared / (double)seen);
    }

    private void Shrink()
    {
        Array.Sort(hashes, 0, count);
        var kept = 0;
        for (var index = 0; index < count && kept < Size; index++)
        {
            if (kept == 0 || hashes[index] != hashes[kept - 1])
            {
                hashes[kept++] = hashes[index];
            }
        }

        count = kept;
        threshold = kept == Size ? hashes[kept - 1] : ulong.MaxValue;
    }

    /// <summary>FNV-1a, with the finalizer of MurmurHash3, which spreads it evenly over all numbers.</summary>
    private static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var value in bytes)
        {
            hash = (hash ^ value) * 0x100000001B3UL;
        }

        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDUL;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53UL;
        return hash ^ (hash >> 33);
    }
}
