using MessagePack;

namespace Reenact.Shims;

/// <summary>
/// The elements of sets: an array, in the order of the set. With a comparer that is not the default, a map from the
/// comparer's name to that array.
/// </summary>
internal static class SetElements<T, TCodec>
    where TCodec : IValueCodec<T>
{
    public static void Write(ref MessagePackWriter writer, IEnumerable<T>? values, string? comparer, ValueWriteContext context)
    {
        WriteComparer(ref writer, comparer, context);
        Elements<T, TCodec>.Write(ref writer, values, context);
    }

    /// <summary>Writes a set that has no order of its own.</summary>
    public static void WriteSorted(ref MessagePackWriter writer, ReadOnlySpan<T> values, string? comparer, ValueWriteContext context)
    {
        WriteComparer(ref writer, comparer, context);
        SortedElements<T, TCodec>.Write(ref writer, values, context);
    }

    /// <summary>Writes a set of which only an interface is declared: in its order, where it has one.</summary>
    public static void WriteAny(ref MessagePackWriter writer, IEnumerable<T>? set, ValueWriteContext context)
    {
        if (set is not null && SetComparer<T>.IsUnordered(set))
            WriteSorted(ref writer, new ReadOnlySpan<T>([.. set]), SetComparer<T>.Name(set), context);
        else
            Write(ref writer, set, SetComparer<T>.Name(set), context);
    }

    /// <summary>Reads the elements, and the name of their comparer where it is not the default. Whoever makes a set of them has it <see cref="Checked"/>.</summary>
    public static List<T>? Read(ref MessagePackReader reader, out string? comparer, ValueReadContext context)
    {
        comparer = ReadComparer(ref reader, context);
        return Elements<T, TCodec>.ReadList(ref reader, context);
    }

    public static HashSet<T>? ReadHashSet(ref MessagePackReader reader, ValueReadContext context) =>
        Read(ref reader, out var comparer, context) is { } values
            ? Checked(new HashSet<T>(values, ComparerName.Equality<T>(comparer)), values)
            : null;

    public static SortedSet<T>? ReadSortedSet(ref MessagePackReader reader, ValueReadContext context) =>
        Read(ref reader, out var comparer, context) is { } values
            ? Checked(new SortedSet<T>(values, ComparerName.Order<T>(comparer)), values)
            : null;

    /// <summary>The set, unless it has fewer elements than it was made of.</summary>
    public static TSet Checked<TSet>(TSet set, List<T> values)
        where TSet : ICollection<T> =>
        set.Count == values.Count ? set : throw new ValueFormatException("A recorded set holds an element twice.");

    private static void WriteComparer(ref MessagePackWriter writer, string? comparer, ValueWriteContext context)
    {
        if (comparer is null)
            return;

        writer.WriteMapHeader(1);
        context.WriteText(ref writer, comparer);
    }

    private static string? ReadComparer(ref MessagePackReader reader, ValueReadContext context)
    {
        if (reader.NextMessagePackType != MessagePackType.Map)
            return null;

        if (reader.ReadMapHeader() != 1)
            throw new ValueFormatException("A recorded set with a comparer is not a map with one entry.");

        return context.ReadText(ref reader);
    }
}
