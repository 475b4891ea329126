using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="DateTime"/>: ISO 8601 text that ends with Z for <see cref="DateTimeKind.Utc"/>, with L for
/// <see cref="DateTimeKind.Local"/>, and plainly for <see cref="DateTimeKind.Unspecified"/>. A local time keeps its
/// clock time wherever it is read; the time zone of the machine is part of the session's environment.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct DateTimeCodec : IValueCodec<DateTime>, ITextForm<DateTime>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, DateTime value, ValueWriteContext context) =>
        TextForm.Write<DateTime, DateTimeCodec>(ref writer, value);

    /// <inheritdoc/>
    public static DateTime Read(ref MessagePackReader reader, ValueReadContext context) =>
        TextForm.Read<DateTime, DateTimeCodec>(ref reader);

    static int ITextForm<DateTime>.Format(DateTime value, Span<byte> utf8)
    {
        var length = ClockText.Write(utf8, value);
        if (value.Kind != DateTimeKind.Unspecified)
            utf8[length++] = (byte)(value.Kind == DateTimeKind.Utc ? 'Z' : 'L');
        return length;
    }

    static bool ITextForm<DateTime>.TryParse(ReadOnlySpan<byte> utf8, out DateTime value)
    {
        var kind = utf8 switch
        {
            [.., (byte)'Z'] => DateTimeKind.Utc,
            [.., (byte)'L'] => DateTimeKind.Local,
            _ => DateTimeKind.Unspecified,
        };
        if (!ClockText.TryRead(kind == DateTimeKind.Unspecified ? utf8 : utf8[..^1], out value))
            return false;

        value = DateTime.SpecifyKind(value, kind);
        return true;
    }
}
