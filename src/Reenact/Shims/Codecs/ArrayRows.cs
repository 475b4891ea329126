using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MessagePack;
using Reenact.Values;

namespace Reenact.Shims;

/// <summary>
/// Arrays of several dimensions: arrays in arrays, all of one dimension equally long. One without elements does not show its
/// lengths that way, so it is a map of one entry, <c>Lengths</c>.
/// </summary>
internal static class ArrayRows<T, TCodec>
    where TCodec : IValueCodec<T>
{
    private const string Lengths = nameof(Lengths);

    public static void Write(ref MessagePackWriter writer, Array? value, ValueWriteContext context)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        Span<int> lengths = stackalloc int[value.Rank];
        for (var dimension = 0; dimension < lengths.Length; dimension++)
        {
            lengths[dimension] = value.GetLength(dimension);
            if (value.GetLowerBound(dimension) != 0)
            {
                throw new InvalidOperationException(
                    $"An array to be recorded starts at {value.GetLowerBound(dimension)} in dimension {dimension}; only arrays that start at 0 can be recorded. Copy it into one.");
            }
        }

        if (value.Length == 0)
            WriteLengths(ref writer, lengths, context);
        else
            WriteRows(ref writer, lengths, MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(value)), value.Length), context);
    }

    /// <summary>Reads the elements, row after row.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="lengths">Where the lengths of the dimensions go.</param>
    /// <param name="context">Limits nesting.</param>
    /// <returns>Null for no array.</returns>
    public static List<T>? Read(ref MessagePackReader reader, scoped Span<int> lengths, ValueReadContext context)
    {
        if (reader.TryReadNil())
            return null;

        // Room is made as elements turn up: the lengths are only as good as the recording.
        var values = new List<T>();
        if (reader.NextMessagePackType == MessagePackType.Map)
        {
            ReadLengths(ref reader, lengths, context);
            return values;
        }

        lengths.Fill(-1);
        ReadRows(ref reader, lengths, values, context);
        return values.Count > 0 ? values : throw new ValueFormatException("A recorded array of several dimensions has no elements and does not say its lengths.");
    }

    /// <summary>Copies the elements into an array of the lengths that were read.</summary>
    public static void Fill(Array target, List<T> values) =>
        CollectionsMarshal.AsSpan(values).CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(target)), target.Length));

    private static void WriteRows(ref MessagePackWriter writer, scoped ReadOnlySpan<int> lengths, ReadOnlySpan<T> values, ValueWriteContext context)
    {
        if (lengths.Length == 1)
        {
            Elements<T, TCodec>.Write(ref writer, values, context);
            return;
        }

        context.Enter(ref writer, null);
        writer.WriteArrayHeader(lengths[0]);
        for (var row = values.Length / lengths[0]; !values.IsEmpty; values = values[row..])
            WriteRows(ref writer, lengths[1..], values[..row], context);
        context.Leave();
    }

    private static void WriteLengths(ref MessagePackWriter writer, scoped ReadOnlySpan<int> lengths, ValueWriteContext context)
    {
        context.Enter(ref writer, null);
        writer.WriteMapHeader(1);
        context.WriteText(ref writer, Lengths);
        Elements<int, Int32Codec>.Write(ref writer, lengths, context);
        context.Leave();
    }

    private static void ReadRows(ref MessagePackReader reader, scoped Span<int> lengths, List<T> values, ValueReadContext context)
    {
        context.Enter();
        var count = reader.ReadArrayHeader();
        if (lengths[0] >= 0 && lengths[0] != count)
            throw new ValueFormatException($"A recorded array of several dimensions has rows of {lengths[0]} and of {count} elements.");

        lengths[0] = count;
        for (; count > 0; count--)
        {
            if (lengths.Length == 1)
                values.Add(TCodec.Read(ref reader, context));
            else
                ReadRows(ref reader, lengths[1..], values, context);
        }

        context.Leave();
    }

    private static void ReadLengths(ref MessagePackReader reader, scoped Span<int> lengths, ValueReadContext context)
    {
        context.Enter();
        if (reader.ReadMapHeader() != 1 || context.ReadText(ref reader) != Lengths)
            throw new ValueFormatException("A recorded array of several dimensions is a map, but not one that says its lengths.");

        var isEmpty = false;
        var size = 1L;
        TupleElements.Begin(ref reader, lengths.Length, context);
        foreach (ref var length in lengths)
        {
            length = reader.ReadInt32();
            isEmpty |= length == 0;

            // .NET multiplies them all before it sees the zero.
            if (length < 0 || (size *= Math.Max(length, 1)) > int.MaxValue)
                throw new ValueFormatException($"A recorded array of several dimensions says that it has a length of {length}; there is no such array.");
        }

        if (!isEmpty)
            throw new ValueFormatException("A recorded array of several dimensions says its lengths and lacks its elements.");

        context.Leave();
        context.Leave();
    }
}
