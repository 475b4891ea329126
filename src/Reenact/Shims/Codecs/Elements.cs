using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using MessagePack;
using Reenact.Values;

namespace Reenact.Shims;

/// <summary>The elements of collections: a MessagePack array.</summary>
internal static class Elements<T, TCodec>
    where TCodec : IValueCodec<T>
{
    public static void Write(ref MessagePackWriter writer, scoped ReadOnlySpan<T> values, ValueWriteContext context)
    {
        context.Enter(ref writer, null);
        writer.WriteArrayHeader(values.Length);
        foreach (ref readonly var value in values)
            TCodec.Write(ref writer, value, context);
        context.Leave();
    }

    public static void Write(ref MessagePackWriter writer, IEnumerable<T>? values, ValueWriteContext context)
    {
        switch (values)
        {
            case null:
                writer.WriteNil();
                break;

            case T[] array:
                Write(ref writer, new ReadOnlySpan<T>(array), context);
                break;

            case List<T> list:
                Write(ref writer, CollectionsMarshal.AsSpan(list), context);
                break;

            case IProducerConsumerCollection<T> concurrent:
                Write(ref writer, new ReadOnlySpan<T>(concurrent.ToArray()), context);
                break;

            default:
                // Not by count and then by elements: another thread may change the collection meanwhile, and half an array must not be recorded.
                Write(ref writer, new ReadOnlySpan<T>([.. values]), context);
                break;
        }
    }

    public static T[]? ReadArray(ref MessagePackReader reader, ValueReadContext context)
    {
        if (reader.TryReadNil())
            return null;

        context.Enter();
        var count = reader.ReadArrayHeader();
        T[] values;
        if (count <= ValueLimits.InitialCount)
        {
            values = count == 0 ? [] : new T[count];
            for (var index = 0; index < values.Length; index++)
                values[index] = TCodec.Read(ref reader, context);
        }
        else
        {
            values = [.. ReadElements(ref reader, count, context)];
        }

        context.Leave();
        return values;
    }

    /// <summary>Reads elements, the last one first.</summary>
    public static T[]? ReadReversed(ref MessagePackReader reader, ValueReadContext context)
    {
        var values = ReadArray(ref reader, context);
        values.AsSpan().Reverse();
        return values;
    }

    public static List<T>? ReadList(ref MessagePackReader reader, ValueReadContext context)
    {
        if (reader.TryReadNil())
            return null;

        context.Enter();
        var values = ReadElements(ref reader, reader.ReadArrayHeader(), context);
        context.Leave();
        return values;
    }

    /// <summary>Room is made as elements turn up: the count is only as good as the recording.</summary>
    private static List<T> ReadElements(ref MessagePackReader reader, int count, ValueReadContext context)
    {
        var values = new List<T>(Math.Min(count, ValueLimits.InitialCount));
        for (; count > 0; count--)
            values.Add(TCodec.Read(ref reader, context));
        return values;
    }
}
