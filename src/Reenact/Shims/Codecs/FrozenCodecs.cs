using System.Collections.Frozen;
using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="FrozenSet{T}"/>: an array, sorted by its elements' bytes; see <see cref="SetElements{T, TCodec}"/> for comparers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct FrozenSetCodec<T, TCodec> : IValueCodec<FrozenSet<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, FrozenSet<T>? value, ValueWriteContext context)
    {
        if (value is null)
            writer.WriteNil();
        else
            SetElements<T, TCodec>.WriteSorted(ref writer, value.Items.AsSpan(), ComparerName.Of(value.Comparer), context);
    }

    /// <inheritdoc/>
    public static FrozenSet<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        SetElements<T, TCodec>.Read(ref reader, out var comparer, context) is { } values
            ? SetElements<T, TCodec>.Checked(values.ToFrozenSet(ComparerName.Equality<T>(comparer)), values)
            : null!;
}

/// <summary>Codec of <see cref="FrozenDictionary{TKey, TValue}"/>: a map, sorted by its keys' bytes; see <see cref="Entries{TKey, TValue, TKeyCodec, TValueCodec}"/> for comparers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct FrozenDictionaryCodec<TKey, TValue, TKeyCodec, TValueCodec> : IValueCodec<FrozenDictionary<TKey, TValue>>
    where TKey : notnull
    where TKeyCodec : IValueCodec<TKey>
    where TValueCodec : IValueCodec<TValue>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, FrozenDictionary<TKey, TValue>? value, ValueWriteContext context) =>
        Entries<TKey, TValue, TKeyCodec, TValueCodec>.WriteSorted(ref writer, value is null ? null : [.. value], ComparerName.Of(value?.Comparer), context);

    /// <inheritdoc/>
    public static FrozenDictionary<TKey, TValue> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Entries<TKey, TValue, TKeyCodec, TValueCodec>.ReadDictionary(ref reader, context) is { } entries ? entries.ToFrozenDictionary(entries.Comparer) : null!;
}
