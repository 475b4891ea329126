using System.Buffers.Text;
using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="DateTimeOffset"/>: ISO 8601 text with its offset.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct DateTimeOffsetCodec : IValueCodec<DateTimeOffset>, ITextForm<DateTimeOffset>
{
    private const int SecondsEnd = 19;

    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, DateTimeOffset value, ValueWriteContext context) =>
        TextForm.Write<DateTimeOffset, DateTimeOffsetCodec>(ref writer, value);

    /// <inheritdoc/>
    public static DateTimeOffset Read(ref MessagePackReader reader, ValueReadContext context) =>
        TextForm.Read<DateTimeOffset, DateTimeOffsetCodec>(ref reader);

    static int ITextForm<DateTimeOffset>.Format(DateTimeOffset value, Span<byte> utf8)
    {
        value.TryFormat(utf8, out var length, "O");
        return TimeText.Shorten(utf8, length, SecondsEnd);
    }

    static bool ITextForm<DateTimeOffset>.TryParse(ReadOnlySpan<byte> utf8, out DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[TextForm.MaxLength];
        value = default;
        return TimeText.TryLengthen(utf8, SecondsEnd, text, out var length)
            && Utf8Parser.TryParse(text[..length], out value, out var consumed, 'O') && consumed == length;
    }
}
