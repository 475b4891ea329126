using System.Buffers;
using System.ComponentModel;
using System.Text;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="TimeOnly"/>: ISO 8601 text, <c>09:30:00</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct TimeOnlyCodec : IValueCodec<TimeOnly>, ITextForm<TimeOnly>
{
    private const int SecondsEnd = 8;

    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, TimeOnly value, ValueWriteContext context) =>
        TextForm.Write<TimeOnly, TimeOnlyCodec>(ref writer, value);

    /// <inheritdoc/>
    public static TimeOnly Read(ref MessagePackReader reader, ValueReadContext context) =>
        TextForm.Read<TimeOnly, TimeOnlyCodec>(ref reader);

    static int ITextForm<TimeOnly>.Format(TimeOnly value, Span<byte> utf8)
    {
        value.TryFormat(utf8, out var length, "O");
        return TimeText.Shorten(utf8, length, SecondsEnd);
    }

    static bool ITextForm<TimeOnly>.TryParse(ReadOnlySpan<byte> utf8, out TimeOnly value)
    {
        Span<byte> ascii = stackalloc byte[TextForm.MaxLength];
        Span<char> text = stackalloc char[TextForm.MaxLength];
        value = default;
        return TimeText.TryLengthen(utf8, SecondsEnd, ascii, out var length)
            && Ascii.ToUtf16(ascii[..length], text, out _) == OperationStatus.Done
            && TimeOnly.TryParseExact(text[..length], "O", out value);
    }
}
