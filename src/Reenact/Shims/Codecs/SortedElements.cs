using MessagePack;

namespace Reenact.Shims;

/// <summary>
/// The order of what has none: elements and keys sorted by their bytes, so that equal collections are equal bytes however
/// they came about, and in whatever order this process happens to list them.
/// </summary>
internal static class SortedElements<T, TCodec>
    where TCodec : IValueCodec<T>
{
    /// <summary>Writes elements as an array; an element that is there twice is written twice.</summary>
    public static void Write(ref MessagePackWriter writer, scoped ReadOnlySpan<T> values, ValueWriteContext context)
    {
        context.Enter(ref writer, null);
        writer.WriteArrayHeader(values.Length);
        if (values.Length == 1)
        {
            TCodec.Write(ref writer, values[0], context);
        }
        else if (values.Length > 1)
        {
            using var scratch = SortScratch.Rent(context);
            foreach (ref readonly var value in values)
                Add(scratch, value);

            foreach (var place in scratch.Sort())
                Write(ref writer, scratch, place, values[place.Index], context);
        }

        context.Leave();
    }

    /// <summary>Encodes one element or key, to be sorted.</summary>
    public static void Add(SortScratch scratch, T value)
    {
        var writer = new MessagePackWriter(scratch.Buffer);
        TCodec.Write(ref writer, value, scratch.Context);
        writer.Flush();
        scratch.EndValue();
    }

    /// <summary>Writes an element or key where its turn is.</summary>
    public static void Write(ref MessagePackWriter writer, SortScratch scratch, SortedPlace place, T value, ValueWriteContext context)
    {
        // What was sorted names content by its hash, as long text and bytes; only in the recording it is a blob.
        if (scratch.HasContent)
            TCodec.Write(ref writer, value, context);
        else
            writer.WriteRaw(scratch.Encoded(place));
    }
}
