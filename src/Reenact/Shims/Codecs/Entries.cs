using System.Collections.Concurrent;
using MessagePack;
using Reenact.Values;

namespace Reenact.Shims;

/// <summary>
/// The entries of dictionaries: a map, in the order of the dictionary. With a comparer that is not the default, an
/// array of the comparer's name and that map.
/// </summary>
internal static class Entries<TKey, TValue, TKeyCodec, TValueCodec>
    where TKey : notnull
    where TKeyCodec : IValueCodec<TKey>
    where TValueCodec : IValueCodec<TValue>
{
    public static void Write(
        ref MessagePackWriter writer, IEnumerable<KeyValuePair<TKey, TValue>>? entries, string? comparer, ValueWriteContext context)
    {
        if (entries is null)
        {
            writer.WriteNil();
            return;
        }

        context.Enter(ref writer, null);
        WriteComparer(ref writer, comparer, context);
        if (entries is Dictionary<TKey, TValue> dictionary)
            WriteMap(ref writer, dictionary, context);
        else
            WriteMap(ref writer, entries is ConcurrentDictionary<TKey, TValue> concurrent ? concurrent.ToArray() : [.. entries], context);
        context.Leave();
    }

    /// <summary>Writes the entries of a dictionary that has no order of its own, sorted by the bytes of their keys.</summary>
    public static void WriteSorted(
        ref MessagePackWriter writer, KeyValuePair<TKey, TValue>[]? entries, string? comparer, ValueWriteContext context)
    {
        if (entries is null)
        {
            writer.WriteNil();
            return;
        }

        context.Enter(ref writer, null);
        WriteComparer(ref writer, comparer, context);
        if (entries.Length < 2)
            WriteMap(ref writer, entries, context);
        else
            WriteSortedMap(ref writer, entries, context);
        context.Leave();
    }

    public static Dictionary<TKey, TValue>? ReadDictionary(ref MessagePackReader reader, ValueReadContext context)
    {
        if (reader.TryReadNil())
            return null;

        context.Enter();
        var comparer = ComparerName.Equality<TKey>(ReadComparer(ref reader, context));
        var count = reader.ReadMapHeader();
        var entries = new Dictionary<TKey, TValue>(Math.Min(count, ValueLimits.InitialCount), comparer);
        ReadMap(ref reader, count, entries, context);
        context.Leave();
        return entries;
    }

    public static OrderedDictionary<TKey, TValue>? ReadOrdered(ref MessagePackReader reader, ValueReadContext context)
    {
        if (reader.TryReadNil())
            return null;

        context.Enter();
        var entries = new OrderedDictionary<TKey, TValue>(ComparerName.Equality<TKey>(ReadComparer(ref reader, context)));
        ReadMap(ref reader, reader.ReadMapHeader(), entries, context);
        context.Leave();
        return entries;
    }

    public static SortedDictionary<TKey, TValue>? ReadSorted(ref MessagePackReader reader, ValueReadContext context)
    {
        if (reader.TryReadNil())
            return null;

        context.Enter();
        var entries = new SortedDictionary<TKey, TValue>(ComparerName.Order<TKey>(ReadComparer(ref reader, context)));
        ReadMap(ref reader, reader.ReadMapHeader(), entries, context);
        context.Leave();
        return entries;
    }

    private static void WriteMap(ref MessagePackWriter writer, Dictionary<TKey, TValue> entries, ValueWriteContext context)
    {
        writer.WriteMapHeader(entries.Count);
        foreach (var (key, value) in entries)
        {
            TKeyCodec.Write(ref writer, key, context);
            TValueCodec.Write(ref writer, value, context);
        }
    }

    private static void WriteMap(ref MessagePackWriter writer, KeyValuePair<TKey, TValue>[] entries, ValueWriteContext context)
    {
        writer.WriteMapHeader(entries.Length);
        foreach (var (key, value) in entries)
        {
            TKeyCodec.Write(ref writer, key, context);
            TValueCodec.Write(ref writer, value, context);
        }
    }

    private static void WriteSortedMap(ref MessagePackWriter writer, KeyValuePair<TKey, TValue>[] entries, ValueWriteContext context)
    {
        writer.WriteMapHeader(entries.Length);
        using var scratch = SortScratch.Rent(context);
        foreach (var (key, _) in entries)
            SortedElements<TKey, TKeyCodec>.Add(scratch, key);

        foreach (var place in scratch.Sort())
        {
            var (key, value) = entries[place.Index];
            SortedElements<TKey, TKeyCodec>.Write(ref writer, scratch, place, key, context);
            TValueCodec.Write(ref writer, value, context);
        }
    }

    private static void WriteComparer(ref MessagePackWriter writer, string? comparer, ValueWriteContext context)
    {
        if (comparer is null)
            return;

        writer.WriteArrayHeader(2);
        context.WriteText(ref writer, comparer);
    }

    private static string? ReadComparer(ref MessagePackReader reader, ValueReadContext context)
    {
        if (reader.NextMessagePackType != MessagePackType.Array)
            return null;

        if (reader.ReadArrayHeader() != 2)
            throw new ValueFormatException("A recorded dictionary with a comparer is not an array of the comparer's name and a map.");

        return context.ReadText(ref reader);
    }

    private static void ReadMap(ref MessagePackReader reader, int count, IDictionary<TKey, TValue> entries, ValueReadContext context)
    {
        for (; count > 0; count--)
        {
            var key = TKeyCodec.Read(ref reader, context)
                ?? throw new ValueFormatException("A recorded dictionary has a null key; the recording is damaged or forged.");
            if (!entries.TryAdd(key, TValueCodec.Read(ref reader, context)))
                throw Twice(key);
        }
    }

    private static ValueFormatException Twice(TKey key) =>
        new($"A recorded dictionary has the key {TextEscape.Quote(key.ToString(), 100)} twice; the recording is damaged or forged.");
}
