using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of tuples of 1: an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ValueTuple1Codec<T1, T1Codec> : IValueCodec<ValueTuple<T1>>
    where T1Codec : IValueCodec<T1>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, ValueTuple<T1> value, ValueWriteContext context)
    {
        TupleElements.Begin(ref writer, 1, context);
        T1Codec.Write(ref writer, value.Item1, context);
        context.Leave();
    }

    /// <inheritdoc/>
    public static ValueTuple<T1> Read(ref MessagePackReader reader, ValueReadContext context)
    {
        TupleElements.Begin(ref reader, 1, context);
        var value = new ValueTuple<T1>(T1Codec.Read(ref reader, context));
        context.Leave();
        return value;
    }
}

/// <summary>Codec of tuples of 2: an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ValueTuple2Codec<T1, T2, T1Codec, T2Codec> : IValueCodec<(T1, T2)>
    where T1Codec : IValueCodec<T1>
    where T2Codec : IValueCodec<T2>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, (T1, T2) value, ValueWriteContext context)
    {
        TupleElements.Begin(ref writer, 2, context);
        T1Codec.Write(ref writer, value.Item1, context);
        T2Codec.Write(ref writer, value.Item2, context);
        context.Leave();
    }

    /// <inheritdoc/>
    public static (T1, T2) Read(ref MessagePackReader reader, ValueReadContext context)
    {
        TupleElements.Begin(ref reader, 2, context);
        var value = (
            T1Codec.Read(ref reader, context),
            T2Codec.Read(ref reader, context));
        context.Leave();
        return value;
    }
}

/// <summary>Codec of tuples of 3: an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ValueTuple3Codec<T1, T2, T3, T1Codec, T2Codec, T3Codec> : IValueCodec<(T1, T2, T3)>
    where T1Codec : IValueCodec<T1>
    where T2Codec : IValueCodec<T2>
    where T3Codec : IValueCodec<T3>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, (T1, T2, T3) value, ValueWriteContext context)
    {
        TupleElements.Begin(ref writer, 3, context);
        T1Codec.Write(ref writer, value.Item1, context);
        T2Codec.Write(ref writer, value.Item2, context);
        T3Codec.Write(ref writer, value.Item3, context);
        context.Leave();
    }

    /// <inheritdoc/>
    public static (T1, T2, T3) Read(ref MessagePackReader reader, ValueReadContext context)
    {
        TupleElements.Begin(ref reader, 3, context);
        var value = (
            T1Codec.Read(ref reader, context),
            T2Codec.Read(ref reader, context),
            T3Codec.Read(ref reader, context));
        context.Leave();
        return value;
    }
}

/// <summary>Codec of tuples of 4: an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ValueTuple4Codec<T1, T2, T3, T4, T1Codec, T2Codec, T3Codec, T4Codec> : IValueCodec<(T1, T2, T3, T4)>
    where T1Codec : IValueCodec<T1>
    where T2Codec : IValueCodec<T2>
    where T3Codec : IValueCodec<T3>
    where T4Codec : IValueCodec<T4>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, (T1, T2, T3, T4) value, ValueWriteContext context)
    {
        TupleElements.Begin(ref writer, 4, context);
        T1Codec.Write(ref writer, value.Item1, context);
        T2Codec.Write(ref writer, value.Item2, context);
        T3Codec.Write(ref writer, value.Item3, context);
        T4Codec.Write(ref writer, value.Item4, context);
        context.Leave();
    }

    /// <inheritdoc/>
    public static (T1, T2, T3, T4) Read(ref MessagePackReader reader, ValueReadContext context)
    {
        TupleElements.Begin(ref reader, 4, context);
        var value = (
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
public struct ValueTuple5Codec<T1, T2, T3, T4, T5, T1Codec, T2Codec, T3Codec, T4Codec, T5Codec> : IValueCodec<(T1, T2, T3, T4, T5)>
    where T1Codec : IValueCodec<T1>
    where T2Codec : IValueCodec<T2>
    where T3Codec : IValueCodec<T3>
    where T4Codec : IValueCodec<T4>
    where T5Codec : IValueCodec<T5>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, (T1, T2, T3, T4, T5) value, ValueWriteContext context)
    {
        TupleElements.Begin(ref writer, 5, context);
        T1Codec.Write(ref writer, value.Item1, context);
        T2Codec.Write(ref writer, value.Item2, context);
        T3Codec.Write(ref writer, value.Item3, context);
        T4Codec.Write(ref writer, value.Item4, context);
        T5Codec.Write(ref writer, value.Item5, context);
        context.Leave();
    }

    /// <inheritdoc/>
    public static (T1, T2, T3, T4, T5) Read(ref MessagePackReader reader, ValueReadContext context)
    {
        TupleElements.Begin(ref reader, 5, context);
        var value = (
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
public struct ValueTuple6Codec<T1, T2, T3, T4, T5, T6, T1Codec, T2Codec, T3Codec, T4Codec, T5Codec, T6Codec> : IValueCodec<(T1, T2, T3, T4, T5, T6)>
    where T1Codec : IValueCodec<T1>
    where T2Codec : IValueCodec<T2>
    where T3Codec : IValueCodec<T3>
    where T4Codec : IValueCodec<T4>
    where T5Codec : IValueCodec<T5>
    where T6Codec : IValueCodec<T6>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, (T1, T2, T3, T4, T5, T6) value, ValueWriteContext context)
    {
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
    public static (T1, T2, T3, T4, T5, T6) Read(ref MessagePackReader reader, ValueReadContext context)
    {
        TupleElements.Begin(ref reader, 6, context);
        var value = (
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
public struct ValueTuple7Codec<T1, T2, T3, T4, T5, T6, T7, T1Codec, T2Codec, T3Codec, T4Codec, T5Codec, T6Codec, T7Codec> : IValueCodec<(T1, T2, T3, T4, T5, T6, T7)>
    where T1Codec : IValueCodec<T1>
    where T2Codec : IValueCodec<T2>
    where T3Codec : IValueCodec<T3>
    where T4Codec : IValueCodec<T4>
    where T5Codec : IValueCodec<T5>
    where T6Codec : IValueCodec<T6>
    where T7Codec : IValueCodec<T7>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, (T1, T2, T3, T4, T5, T6, T7) value, ValueWriteContext context)
    {
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
    public static (T1, T2, T3, T4, T5, T6, T7) Read(ref MessagePackReader reader, ValueReadContext context)
    {
        TupleElements.Begin(ref reader, 7, context);
        var value = (
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

/// <summary>Codec of value tuples of more than seven: an array of seven and the tuple of the rest.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ValueTupleRestCodec<T1, T2, T3, T4, T5, T6, T7, TRest, T1Codec, T2Codec, T3Codec, T4Codec, T5Codec, T6Codec, T7Codec, TRestCodec> : IValueCodec<ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest>>
    where TRest : struct
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
    public static void Write(ref MessagePackWriter writer, ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> value, ValueWriteContext context)
    {
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
    public static ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> Read(ref MessagePackReader reader, ValueReadContext context)
    {
        TupleElements.Begin(ref reader, 8, context);
        var value = new ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest>(
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
