using System.Collections.ObjectModel;
using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="HashSet{T}"/>: an array in the order of the set; see <see cref="SetElements{T, TCodec}"/> for comparers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct HashSetCodec<T, TCodec> : IValueCodec<HashSet<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, HashSet<T>? value, ValueWriteContext context) =>
        SetElements<T, TCodec>.Write(ref writer, value, ComparerName.Of(value?.Comparer), context);

    /// <inheritdoc/>
    public static HashSet<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        SetElements<T, TCodec>.ReadHashSet(ref reader, context)!;
}

/// <summary>Codec of <see cref="SortedSet{T}"/>: an array in the order of the set; see <see cref="SetElements{T, TCodec}"/> for comparers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct SortedSetCodec<T, TCodec> : IValueCodec<SortedSet<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, SortedSet<T>? value, ValueWriteContext context) =>
        SetElements<T, TCodec>.Write(ref writer, value, ComparerName.Of(value?.Comparer), context);

    /// <inheritdoc/>
    public static SortedSet<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        SetElements<T, TCodec>.ReadSortedSet(ref reader, context)!;
}

/// <summary>Codec of <see cref="ISet{T}"/>: an array; read as a <see cref="HashSet{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct SetInterfaceCodec<T, TCodec> : IValueCodec<ISet<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, ISet<T>? value, ValueWriteContext context) =>
        SetElements<T, TCodec>.WriteAny(ref writer, value, context);

    /// <inheritdoc/>
    public static ISet<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        SetElements<T, TCodec>.ReadHashSet(ref reader, context)!;
}

/// <summary>Codec of <see cref="IReadOnlySet{T}"/>: an array; read as a <see cref="HashSet{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ReadOnlySetInterfaceCodec<T, TCodec> : IValueCodec<IReadOnlySet<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, IReadOnlySet<T>? value, ValueWriteContext context) =>
        SetElements<T, TCodec>.WriteAny(ref writer, value, context);

    /// <inheritdoc/>
    public static IReadOnlySet<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        SetElements<T, TCodec>.ReadHashSet(ref reader, context)!;
}

/// <summary>Codec of <see cref="ReadOnlySet{T}"/>: an array, with the comparer of the set inside; read around a <see cref="HashSet{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ReadOnlySetCodec<T, TCodec> : IValueCodec<ReadOnlySet<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, ReadOnlySet<T>? value, ValueWriteContext context) =>
        SetElements<T, TCodec>.WriteAny(ref writer, value, context);

    /// <inheritdoc/>
    public static ReadOnlySet<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        SetElements<T, TCodec>.ReadHashSet(ref reader, context) is { } set ? new ReadOnlySet<T>(set) : null!;
}
