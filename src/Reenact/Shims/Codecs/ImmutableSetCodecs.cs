using System.Collections.Immutable;
using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="ImmutableHashSet{T}"/>: an array, sorted by its elements' bytes; see <see cref="SetElements{T, TCodec}"/> for comparers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ImmutableHashSetCodec<T, TCodec> : IValueCodec<ImmutableHashSet<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, ImmutableHashSet<T>? value, ValueWriteContext context)
    {
        if (value is null)
            writer.WriteNil();
        else
            SetElements<T, TCodec>.WriteSorted(ref writer, new ReadOnlySpan<T>([.. value]), ComparerName.Of(value.KeyComparer), context);
    }

    /// <inheritdoc/>
    public static ImmutableHashSet<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        SetElements<T, TCodec>.Read(ref reader, out var comparer, context) is { } values
            ? SetElements<T, TCodec>.Checked(ImmutableHashSet.CreateRange(ComparerName.Equality<T>(comparer), values), values)
            : null!;
}

/// <summary>Codec of <see cref="ImmutableSortedSet{T}"/>: an array in the order of the set; see <see cref="SetElements{T, TCodec}"/> for comparers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ImmutableSortedSetCodec<T, TCodec> : IValueCodec<ImmutableSortedSet<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, ImmutableSortedSet<T>? value, ValueWriteContext context) =>
        SetElements<T, TCodec>.Write(ref writer, value, ComparerName.Of(value?.KeyComparer), context);

    /// <inheritdoc/>
    public static ImmutableSortedSet<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        SetElements<T, TCodec>.Read(ref reader, out var comparer, context) is { } values
            ? SetElements<T, TCodec>.Checked(ImmutableSortedSet.CreateRange(ComparerName.Order<T>(comparer), values), values)
            : null!;
}
