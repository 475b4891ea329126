using System.ComponentModel;
using MessagePack;
using Reenact.Values;

namespace Reenact.Shims;

/// <summary>
/// Codec of what is marked <see cref="SensitiveAttribute">[Sensitive]</see>: of no value anything is written, not even whether it is
/// null. What an older recording has in clear is read.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ErasedCodec<T, TCodec> : IValueCodec<T>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, T value, ValueWriteContext context) =>
        writer.WriteExtensionFormatHeader(new ExtensionHeader(ValueExtensionType.Erased, 0));

    /// <inheritdoc/>
    public static T Read(ref MessagePackReader reader, ValueReadContext context) =>
        reader.NextMessagePackType == MessagePackType.Extension
        && reader.CreatePeekReader().ReadExtensionFormatHeader().TypeCode == ValueExtensionType.Erased
            ? throw UnexpectedValue.Error(ValueExtensionType.Erased, typeof(T).Name)
            : TCodec.Read(ref reader, context);
}

/// <summary>Codec of spans that are marked <see cref="SensitiveAttribute">[Sensitive]</see>: of what they hold nothing is written.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ErasedSpanCodec<T, TCodec> : ISpanCodec<T>
    where TCodec : ISpanCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, scoped ReadOnlySpan<T> value, ValueWriteContext context) =>
        ErasedCodec<T[], TCodec>.Write(ref writer, [], context);

    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, T[] value, ValueWriteContext context) =>
        ErasedCodec<T[], TCodec>.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static T[] Read(ref MessagePackReader reader, ValueReadContext context) => ErasedCodec<T[], TCodec>.Read(ref reader, context);
}
