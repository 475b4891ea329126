using System.Buffers.Text;
using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="TimeSpan"/>: text as <c>1.02:03:04.5670000</c>, without days and fraction where they are zero.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct TimeSpanCodec : IValueCodec<TimeSpan>, ITextForm<TimeSpan>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, TimeSpan value, ValueWriteContext context) =>
        TextForm.Write<TimeSpan, TimeSpanCodec>(ref writer, value);

    /// <inheritdoc/>
    public static TimeSpan Read(ref MessagePackReader reader, ValueReadContext context) =>
        TextForm.Read<TimeSpan, TimeSpanCodec>(ref reader);

    static int ITextForm<TimeSpan>.Format(TimeSpan value, Span<byte> utf8)
    {
        value.TryFormat(utf8, out var length, "c");
        return length;
    }

    static bool ITextForm<TimeSpan>.TryParse(ReadOnlySpan<byte> utf8, out TimeSpan value)
    {
        return Utf8Parser.TryParse(utf8, out value, out var consumed, 'c') && consumed == utf8.Length;
    }
}
