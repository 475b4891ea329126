using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of tuples of 1: an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Tuple1Codec<T1, T1Codec> : IValueCodec<Tuple<T1>>
    where T1Codec : IValueCodec<T1>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Tuple<T1>? value, ValueWriteContext context)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        TupleElements.Begin(ref writer, 1, context);
        T1Codec.Write(ref writer, value.Item1, context);
        context.Leave();
    }

    /// <inheritdoc/>
    public static Tuple<T1> Read(ref MessagePackReader reader, ValueReadContext context)
    {
        if (reader.TryReadNil())
            return null!;

        TupleElements.Begin(ref reader, 1, context);
        var value = new Tuple<T1>(T1Codec.Read(ref reader, context));
        context.Leave();
        return value;
    }
}

/// <summary>Codec of tuples of 2: an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Tuple2Codec<T1, T2, T1Codec, T2Codec> : IValueCodec<Tuple<T1, T2>>
    where T1Codec : IValueCodec<T1>
    where T2Codec : IValueCodec<T2>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Tuple<T1, T2>? value, ValueWriteContext context)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        TupleElements.Begin(ref writer, 2, context);
        T1Codec.Write(ref writer, value.Item1, context);
        T2Codec.Write(ref writer, value.Item2, context);
        context.Leave();
    }

    /// <inheritdoc/>
    public static Tuple<T1, T2> Read(ref MessagePackReader reader, ValueReadContext context)
    {
        if (reader.TryReadNil())
            return null!;

        TupleElements.Begin(ref reader, 2, context);
        var value = new Tuple<T1, T2>(
            T1Codec.Read(ref reader, context),
            T2Codec.Read(ref reader, context));
        context.Leave();
        return value;
    }
}

/// <summary>Codec of tuples of 3: an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Tuple3Codec<T1, T2, T3, T1Codec, T2Codec, T3Codec> : IValueCodec<Tuple<T1, T2, T3>>
    where T1Codec : IValueCodec<T1>
    where T2Codec : IValueCodec<T2>
    where T3Codec : IValueCodec<T3>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Tuple<T1, T2, T3>? value, ValueWriteContext context)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        TupleElements.Begin(ref writer, 3, context);
        T1Codec.Write(ref writer, value.Item1, context);
        T2Codec.Write(ref writer, value.Item2, context);
        T3Codec.Write(ref writer, value.Item3, context);
        context.Leave();
    }

    /// <inheritdoc/>
    public static Tuple<T1, T2, T3> Read(ref MessagePackReader reader, ValueReadContext context)
    {
        if (reader.TryReadNil())
            return null!;

        TupleElements.Begin(ref reader, 3, context);
        var value = new Tuple<T1, T2, T3>(
            T1Codec.Read(ref reader, context),
            T2Codec.Read(ref reader, context),
            T3Codec.Read(ref reader, context));
        context.Leave();
        return value;
    }
}

/// <summary>Codec of tuples of 4: an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Tuple4Codec<T1, T2, T3, T4, T1Codec, T2Codec, T3Codec, T4Codec> : IValueCodec<Tuple<T1, T2, T3, T4>>
    where T1Codec : IValueCodec<T1>
    where T2Codec : IValueCodec<T2>
    where T3Codec : IValueCodec<T3>
    where T4Codec : IValueCodec<T4>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Tuple<T1, T2, T3, T4>? value, ValueWriteContext context)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        TupleElements.Begin(ref writer, 4, context);
        T1Codec.Write(ref writer, value.Item1, context);
        T2Codec.Write(ref writer, value.Item2, context);
        T3Codec.Write(ref writer, value.Item3, context);
        T4Codec.Write(ref writer, value.Item4, context);
        context.Leave();
    }

    /// <inheritdoc/>
    public static Tuple<T1, T2, T3, T4> Read(ref MessagePackReader reader, ValueReadContext context)
    {
        if (reader.TryReadNil())
            return null!;

        TupleElements.Begin(ref reader, 4, context);
        var value = new Tuple<T1, T2, T3, T4>(
            T1Codec.Read(ref reader, context),
            T2Codec.Read(ref reader, context),
            T3Codec.Read(ref reader, context),
            T4Codec.Read(ref reader, context));
        context.Leave();
        return value;
    }
}

/// <summary>Codec of tuples of 5: an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Tuple5Codec<T1, T2, T3, T4, T5, T1Codec, T2Codec, T3Codec, T4Codec, T5Codec> : IValueCodec<Tuple<T1, T2, T3, T4, T5>>
    where T1Codec : IValueCodec<T1>
    where T2Codec : IValueCodec<T2>
    where T3Codec : IValueCodec<T3>
    where T4Codec : IValueCodec<T4>
    where T5Codec : IValueCodec<T5>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Tuple<T1, T2, T3, T4, T5>? value, ValueWriteContext context)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        TupleElements.Begin(ref writer, 5, context);
        T1Codec.Write(ref writer, value.Item1, context);
        T2Codec.Write(ref writer, value.Item2, context);
        T3Codec.Write(ref writer, value.Item3, context);
        T4Codec.Write(ref writer, value.Item4, context);
        T5Codec.Write(ref writer, value.Item5, context);
        context.Leave();
    }

    /// <inheritdoc/>
    public static Tuple<T1, T2, T3, T4, T5> Read(ref MessagePackReader reader, ValueReadContext context)
    {
        if (reader.TryReadNil())
            return null!;

        TupleElements.Begin(ref reader, 5, context);
        var value = new Tuple<T1, T2, T3, T4, T5>(
            T1Codec.Read(ref reader, context),
            T2Codec.Read(ref reader, context),
            T3Codec.Read(ref reader, context),
            T4Codec.Read(ref reader, context),
            T5Codec.Read(ref reader, context));
        context.Leave();
        return value;
    }
}

/// <summary>Codec of tuples of 6: an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Tuple6Codec<T1, T2, T3, T4, T5, T6, T1Codec, T2Codec, T3Codec, T4Codec, T5Codec, T6Codec> : IValueCodec<Tuple<T1, T2, T3, T4, T5, T6>>
    where T1Codec : IValueCodec<T1>
    where T2Codec : IValueCodec<T2>
    where T3Codec : IValueCodec<T3>
    where T4Codec : IValueCodec<T4>
    where T5Codec : IValueCodec<T5>
    where T6Codec : IValueCodec<T6>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Tuple<T1, T2, T3, T4, T5, T6>? value, ValueWriteContext context)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        TupleElements.Begin(ref writer, 6, context);
        T1Codec.Write(ref writer, value.Item1, context);
        T2Codec.Write(ref writer, value.Item2, context);
        T3Codec.Write(ref writer, value.Item3, context);
        T4Codec.Write(ref writer, value.Item4, context);
        T5Codec.Write(ref writer, value.Item5, context);
        T6Codec.Write(ref writer, value.Item6, context);
        context.Leave();
    }

    /// <inheritdoc/>
    public static Tuple<T1, T2, T3, T4, T5, T6> Read(ref MessagePackReader reader, ValueReadContext context)
    {
        if (reader.TryReadNil())
            return null!;

        TupleElements.Begin(ref reader, 6, context);
        var value = new Tuple<T1, T2, T3, T4, T5, T6>(
            T1Codec.Read(ref reader, context),
            T2Codec.Read(ref reader, context),
            T3Codec.Read(ref reader, context),
            T4Codec.Read(ref reader, context),
            T5Codec.Read(ref reader, context),
            T6Codec.Read(ref reader, context));
        context.Leave();
        return value;
    }
}

/// <summary>Codec of tuples of 7: an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Tuple7Codec<T1, T2, T3, T4, T5, T6, T7, T1Codec, T2Codec, T3Codec, T4Codec, T5Codec, T6Codec, T7Codec> : IValueCodec<Tuple<T1, T2, T3, T4, T5, T6, T7>>
    where T1Codec : IValueCodec<T1>
    where T2Codec : IValueCodec<T2>
    where T3Codec : IValueCodec<T3>
    where T4Codec : IValueCodec<T4>
    where T5Codec : IValueCodec<T5>
    where T6Codec : IValueCodec<T6>
    where T7Codec : IValueCodec<T7>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Tuple<T1, T2, T3, T4, T5, T6, T7>? value, ValueWriteContext context)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        TupleElements.Begin(ref writer, 7, context);
        T1Codec.Write(ref writer, value.Item1, context);
        T2Codec.Write(ref writer, value.Item2, context);
        T3Codec.Write(ref writer, value.Item3, context);
        T4Codec.Write(ref writer, value.Item4, context);
        T5Codec.Write(ref writer, value.Item5, context);
        T6Codec.Write(ref writer, value.Item6, context);
        T7Codec.Write(ref writer, value.Item7, context);
        context.Leave();
    }

    /// <inheritdoc/>
    public static Tuple<T1, T2, T3, T4, T5, T6, T7> Read(ref MessagePackReader reader, ValueReadContext context)
    {
        if (reader.TryReadNil())
            return null!;

        TupleElements.Begin(ref reader, 7, context);
        var value = new Tuple<T1, T2, T3, T4, T5, T6, T7>(
            T1Codec.Read(ref reader, context),
            T2Codec.Read(ref reader, context),
            T3Codec.Read(ref reader, context),
            T4Codec.Read(ref reader, context),
            T5Codec.Read(ref reader, context),
            T6Codec.Read(ref reader, context),
            T7Codec.Read(ref reader, context));
        context.Leave();
        return value;
    }
}

/// <summary>Codec of tuples of more than seven: an array of seven and the tuple of the rest.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct TupleRestCodec<T1, T2, T3, T4, T5, T6, T7, TRest, T1Codec, T2Codec, T3Codec, T4Codec, T5Codec, T6Codec, T7Codec, TRestCodec> : IValueCodec<Tuple<T1, T2, T3, T4, T5, T6, T7, TRest>>
    where TRest : notnull
    where T1Codec : IValueCodec<T1>
    where T2Codec : IValueCodec<T2>
    where T3Codec : IValueCodec<T3>
    where T4Codec : IValueCodec<T4>
    where T5Codec : IValueCodec<T5>
    where T6Codec : IValueCodec<T6>
    where T7Codec : IValueCodec<T7>
    where TRestCodec : IValueCodec<TRest>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Tuple<T1, T2, T3, T4, T5, T6, T7, TRest>? value, ValueWriteContext context)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        TupleElements.Begin(ref writer, 8, context);
        T1Codec.Write(ref writer, value.Item1, context);
        T2Codec.Write(ref writer, value.Item2, context);
        T3Codec.Write(ref writer, value.Item3, context);
        T4Codec.Write(ref writer, value.Item4, context);
        T5Codec.Write(ref writer, value.Item5, context);
        T6Codec.Write(ref writer, value.Item6, context);
        T7Codec.Write(ref writer, value.Item7, context);
        TRestCodec.Write(ref writer, value.Rest, context);
        context.Leave();
    }

    /// <inheritdoc/>
    public static Tuple<T1, T2, T3, T4, T5, T6, T7, TRest> Read(ref MessagePackReader reader, ValueReadContext context)
    {
        if (reader.TryReadNil())
            return null!;

        TupleElements.Begin(ref reader, 8, context);
        var value = new Tuple<T1, T2, T3, T4, T5, T6, T7, TRest>(
            T1Codec.Read(ref reader, context),
            T2Codec.Read(ref reader, context),
            T3Codec.Read(ref reader, context),
            T4Codec.Read(ref reader, context),
            T5Codec.Read(ref reader, context),
            T6Codec.Read(ref reader, context),
            T7Codec.Read(ref reader, context),
            TRestCodec.Read(ref reader, context));
        context.Leave();
        return value;
    }
}
