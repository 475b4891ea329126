using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Runtime.InteropServices;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="List{T}"/>: an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ListCodec<T, TCodec> : IValueCodec<List<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, List<T>? value, ValueWriteContext context)
    {
        if (value is null)
            writer.WriteNil();
        else
            Elements<T, TCodec>.Write(ref writer, CollectionsMarshal.AsSpan(value), context);
    }

    /// <inheritdoc/>
    public static List<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Elements<T, TCodec>.ReadList(ref reader, context)!;
}

/// <summary>Codec of <see cref="ImmutableList{T}"/>: an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ImmutableListCodec<T, TCodec> : IValueCodec<ImmutableList<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, ImmutableList<T>? value, ValueWriteContext context) =>
        Elements<T, TCodec>.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static ImmutableList<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Elements<T, TCodec>.ReadArray(ref reader, context) is { } items ? [.. items] : null!;
}

/// <summary>Codec of <see cref="LinkedList{T}"/>: an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct LinkedListCodec<T, TCodec> : IValueCodec<LinkedList<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, LinkedList<T>? value, ValueWriteContext context) =>
        Elements<T, TCodec>.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static LinkedList<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Elements<T, TCodec>.ReadArray(ref reader, context) is { } items ? new LinkedList<T>(items) : null!;
}

/// <summary>Codec of <see cref="Collection{T}"/>: an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct CollectionCodec<T, TCodec> : IValueCodec<Collection<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Collection<T>? value, ValueWriteContext context) =>
        Elements<T, TCodec>.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static Collection<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Elements<T, TCodec>.ReadList(ref reader, context) is { } items ? new Collection<T>(items) : null!;
}

/// <summary>Codec of <see cref="ReadOnlyCollection{T}"/>: an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ReadOnlyCollectionCodec<T, TCodec> : IValueCodec<ReadOnlyCollection<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, ReadOnlyCollection<T>? value, ValueWriteContext context) =>
        Elements<T, TCodec>.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static ReadOnlyCollection<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Elements<T, TCodec>.ReadArray(ref reader, context) is { } items ? new ReadOnlyCollection<T>(items) : null!;
}

/// <summary>Codec of <see cref="ObservableCollection{T}"/>: an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ObservableCollectionCodec<T, TCodec> : IValueCodec<ObservableCollection<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, ObservableCollection<T>? value, ValueWriteContext context) =>
        Elements<T, TCodec>.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static ObservableCollection<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Elements<T, TCodec>.ReadList(ref reader, context) is { } items ? new ObservableCollection<T>(items) : null!;
}

/// <summary>Codec of <see cref="ReadOnlyObservableCollection{T}"/>: an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ReadOnlyObservableCollectionCodec<T, TCodec> : IValueCodec<ReadOnlyObservableCollection<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, ReadOnlyObservableCollection<T>? value, ValueWriteContext context) =>
        Elements<T, TCodec>.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static ReadOnlyObservableCollection<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        ObservableCollectionCodec<T, TCodec>.Read(ref reader, context) is { } items ? new ReadOnlyObservableCollection<T>(items) : null!;
}
