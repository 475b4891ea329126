using System.Runtime.InteropServices;

namespace Reenact.Lineage;

/// <summary>
/// Finds texts within others: the first 16 characters from the start of each word are noted, and what begins like them is compared.
/// A text that begins within a word of the other is not found. Not thread-safe.
/// </summary>
internal sealed class GramIndex(TextTable texts)
{
    /// <summary>The shortest text that is found.</summary>
    public const int Length = 16;

    /// <summary>How many places that begin alike are noted.</summary>
    private const int MaxAlike = 48;

    /// <summary>How many characters are compared in all.</summary>
    private const long MaxWork = 1L << 30;

    private readonly Dictionary<int, int> heads = [];
    private readonly List<(int Text, int Place, int Next, int Count)> places = [];
    private long work;

    /// <summary>Whether places were left out, because too many begin alike, or too much was compared.</summary>
    public bool WasShort { get; private set; }

    /// <summary>Notes all words of a text.</summary>
    public void AddWords(int text)
    {
        var content = texts[text];
        for (var place = NextWord(content, 0); place >= 0; place = NextWord(content, place + 1))
        {
            Add(text, place);
        }
    }

    /// <summary>Notes the first word of a text.</summary>
    public void AddStart(int text)
    {
        if (NextWord(texts[text], 0) is >= 0 and var place)
        {
            Add(text, place);
        }
    }

    /// <summary>Finds noted texts that hold a text.</summary>
    public IEnumerable<int> Holding(int text)
    {
        var content = texts[text];
        var start = NextWord(content, 0);
        if (start < 0)
        {
            yield break;
        }

        var seen = new HashSet<int>();
        foreach (var (other, place) in Alike(content, start))
        {
            if (other != text && place >= start && Compares(texts[other].AsSpan(place - start), content) && seen.Add(other))
            {
                yield return other;
            }
        }
    }

    /// <summary>Finds noted starts whose texts are part of a text, the longest at each place; those within another are left out.</summary>
    public IEnumerable<int> Within(int text)
    {
        var content = texts[text];
        for (var place = NextWord(content, 0); place >= 0;)
        {
            var longest = -1;
            foreach (var (other, start) in Alike(content, place))
            {
                if (other != text && start <= place && (longest < 0 || texts[other].Length > texts[longest].Length)
                    && Compares(content.AsSpan(place - start), texts[other]))
                {
                    longest = other;
                }
            }

            if (longest >= 0)
            {
                yield return longest;
            }

            place = NextWord(content, longest < 0 ? place + 1 : place + Math.Max(1, texts[longest].Length - Length));
        }
    }

    private void Add(int text, int place)
    {
        ref var head = ref CollectionsMarshal.GetValueRefOrAddDefault(heads, Hash(texts[text], place), out var isKnown);
        var (next, count) = isKnown ? (head, places[head].Count + 1) : (-1, 1);
        if (count > MaxAlike)
        {
            WasShort = true;
            return;
        }

        head = places.Count;
        places.Add((text, place, next, count));
    }

    private IEnumerable<(int Text, int Place)> Alike(string content, int place)
    {
        for (var at = heads.GetValueOrDefault(Hash(content, place), -1); at >= 0; at = places[at].Next)
        {
            yield return (places[at].Text, places[at].Place);
        }
    }

    private bool Compares(ReadOnlySpan<char> text, string start)
    {
        if (work > MaxWork)
        {
            WasShort = true;
            return false;
        }

        var common = text.CommonPrefixLength(start);
        work += common + 1;
        return common == start.Length;
    }

    private static int Hash(string text, int place) => string.GetHashCode(text.AsSpan(place, Length));

    /// <summary>Where the next word starts that has enough characters from there on; −1 for nowhere.</summary>
    private static int NextWord(string text, int from)
    {
        for (var place = from; place + Length <= text.Length; place++)
        {
            // Scripts without spaces have a word at every character.
            if (char.IsLetterOrDigit(text[place]) && (place == 0 || !char.IsLetterOrDigit(text[place - 1]) || text[place] >= 0x2E80))
            {
                return place;
            }
        }

        return -1;
    }
}
