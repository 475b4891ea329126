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
        if (comparer is not null)
        {
            writer.WriteMapHeader(1);
            context.WriteText(ref writer, comparer);
        }

        Elements<T, TCodec>.Write(ref writer, values, context);
    }

    public static HashSet<T>? ReadHashSet(ref MessagePackReader reader, ValueReadContext context)
    {
        var comparer = ReadComparer(ref reader, context);
        return Elements<T, TCodec>.ReadList(ref reader, context) is { } values
            ? Checked(new HashSet<T>(values, ComparerName.Equality<T>(comparer)), values)
            : null;
    }

    public static SortedSet<T>? ReadSortedSet(ref MessagePackReader reader, ValueReadContext context)
    {
        var comparer = ReadComparer(ref reader, context);
        return Elements<T, TCodec>.ReadList(ref reader, context) is { } values
            ? Checked(new SortedSet<T>(values, ComparerName.Order<T>(comparer)), values)
            : null;
    }

    private static string? ReadComparer(ref MessagePackReader reader, ValueReadContext context)
    {
        if (reader.NextMessagePackType != MessagePackType.Map)
            return null;

        if (reader.ReadMapHeader() != 1)
            throw new ValueFormatException("A recorded set with a comparer is not a map with one entry.");

        return context.ReadText(ref reader);
    }

    private static TSet Checked<TSet>(TSet set, List<T> values)
        where TSet : ISet<T> =>
        set.Count == values.Count ? set : throw new ValueFormatException("A recorded set holds an element twice.");
}
