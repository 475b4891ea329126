using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="IEnumerable{T}"/>: an array; read as one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct EnumerableCodec<T, TCodec> : IValueCodec<IEnumerable<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, IEnumerable<T>? value, ValueWriteContext context) =>
        Elements<T, TCodec>.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static IEnumerable<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Elements<T, TCodec>.ReadArray(ref reader, context)!;
}

/// <summary>Codec of <see cref="ICollection{T}"/>: an array; read as a list.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct CollectionInterfaceCodec<T, TCodec> : IValueCodec<ICollection<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, ICollection<T>? value, ValueWriteContext context) =>
        Elements<T, TCodec>.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static ICollection<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Elements<T, TCodec>.ReadList(ref reader, context)!;
}

/// <summary>Codec of <see cref="IList{T}"/>: an array; read as a list.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ListInterfaceCodec<T, TCodec> : IValueCodec<IList<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, IList<T>? value, ValueWriteContext context) =>
        Elements<T, TCodec>.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static IList<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Elements<T, TCodec>.ReadList(ref reader, context)!;
}

/// <summary>Codec of <see cref="IReadOnlyCollection{T}"/>: an array; read as one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ReadOnlyCollectionInterfaceCodec<T, TCodec> : IValueCodec<IReadOnlyCollection<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, IReadOnlyCollection<T>? value, ValueWriteContext context) =>
        Elements<T, TCodec>.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static IReadOnlyCollection<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Elements<T, TCodec>.ReadArray(ref reader, context)!;
}

/// <summary>Codec of <see cref="IReadOnlyList{T}"/>: an array; read as one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ReadOnlyListInterfaceCodec<T, TCodec> : IValueCodec<IReadOnlyList<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, IReadOnlyList<T>? value, ValueWriteContext context) =>
        Elements<T, TCodec>.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static IReadOnlyList<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Elements<T, TCodec>.ReadArray(ref reader, context)!;
}
