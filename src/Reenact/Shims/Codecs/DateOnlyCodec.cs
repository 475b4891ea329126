using System.Buffers;
using System.ComponentModel;
using System.Text;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="DateOnly"/>: ISO 8601 text, <c>2026-03-01</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct DateOnlyCodec : IValueCodec<DateOnly>, ITextForm<DateOnly>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, DateOnly value, ValueWriteContext context) =>
        TextForm.Write<DateOnly, DateOnlyCodec>(ref writer, value);

    /// <inheritdoc/>
    public static DateOnly Read(ref MessagePackReader reader, ValueReadContext context) =>
        TextForm.Read<DateOnly, DateOnlyCodec>(ref reader);

    static int ITextForm<DateOnly>.Format(DateOnly value, Span<byte> utf8)
    {
        value.TryFormat(utf8, out var length, "O");
        return length;
    }

    static bool ITextForm<DateOnly>.TryParse(ReadOnlySpan<byte> utf8, out DateOnly value)
    {
        Span<char> text = stackalloc char[TextForm.MaxLength];
        value = default;
        return Ascii.ToUtf16(utf8, text, out var length) == OperationStatus.Done && DateOnly.TryParseExact(text[..length], "O", out value);
    }
}
