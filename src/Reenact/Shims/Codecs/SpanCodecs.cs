using System.ComponentModel;
using MessagePack;
using Reenact.Values;

namespace Reenact.Shims;

/// <summary>Codec of spans: an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct SpanCodec<T, TCodec> : ISpanCodec<T>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, scoped ReadOnlySpan<T> value, ValueWriteContext context) =>
        Elements<T, TCodec>.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, T[] value, ValueWriteContext context) =>
        Elements<T, TCodec>.Write(ref writer, new ReadOnlySpan<T>(value), context);

    /// <inheritdoc/>
    public static T[] Read(ref MessagePackReader reader, ValueReadContext context) => Elements<T, TCodec>.ReadArray(ref reader, context) ?? [];
}

/// <summary>Codec of spans of bytes: bytes, in a blob when there are many.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ByteSpanCodec : ISpanCodec<byte>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, scoped ReadOnlySpan<byte> value, ValueWriteContext context) =>
        context.WriteBytes(ref writer, value);

    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, byte[] value, ValueWriteContext context) => context.WriteBytes(ref writer, value);

    /// <inheritdoc/>
    public static byte[] Read(ref MessagePackReader reader, ValueReadContext context) => context.ReadBytes(ref reader) ?? [];
}

/// <summary>Codec of spans of characters: text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct CharSpanCodec : ISpanCodec<char>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, scoped ReadOnlySpan<char> value, ValueWriteContext context) =>
        ValueText.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, char[] value, ValueWriteContext context) =>
        ValueText.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static char[] Read(ref MessagePackReader reader, ValueReadContext context) => context.ReadText(ref reader)?.ToCharArray() ?? [];
}
