namespace Reenact.Replaying;

/// <summary>A set of spans: a bit for each where they are numbered one after the other. Not thread-safe.</summary>
internal sealed class SpanSet
{
    private readonly Dictionary<long, ulong> pages = [];

    /// <summary>Adds a span.</summary>
    /// <returns>Whether it was not there.</returns>
    public bool Add(long span)
    {
        ref var page = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(pages, span >> 6, out _);
        var bit = 1UL << (int)(span & 63);
        var added = (page & bit) == 0;
        page |= bit;
        return added;
    }

    public bool Contains(long span) => pages.TryGetValue(span >> 6, out var page) && (page & (1UL << (int)(span & 63))) != 0;
}
