using System.ComponentModel;
using MessagePack;
using Reenact.Protection;

namespace Reenact.Shims;

/// <summary>
/// Codec of what is marked <see cref="SensitiveAttribute">[Sensitive]</see> or classified: what is written in place of a value is the session's to say.
/// What an older recording has in clear is read.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct RedactedCodec<T, TCodec, TMark> : IValueCodec<T>
    where TCodec : IValueCodec<T>
    where TMark : ISensitiveMark
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, T value, ValueWriteContext context) =>
        context.Redaction.Write<T, TCodec>(ref writer, value, TMark.Mark, context);

    /// <inheritdoc/>
    public static T Read(ref MessagePackReader reader, ValueReadContext context) =>
        RedactedValue.IsNext(ref reader) ? RedactedValue.Read<T, TCodec>(ref reader, context) : TCodec.Read(ref reader, context);
}

/// <summary>Codec of spans that are marked <see cref="SensitiveAttribute">[Sensitive]</see> or classified.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct RedactedSpanCodec<T, TCodec, TMark> : ISpanCodec<T>
    where TCodec : ISpanCodec<T>
    where TMark : ISensitiveMark
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, scoped ReadOnlySpan<T> value, ValueWriteContext context) =>
        RedactedCodec<T[], TCodec, TMark>.Write(ref writer, value.ToArray(), context);

    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, T[] value, ValueWriteContext context) =>
        RedactedCodec<T[], TCodec, TMark>.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static T[] Read(ref MessagePackReader reader, ValueReadContext context) => RedactedCodec<T[], TCodec, TMark>.Read(ref reader, context);
}
