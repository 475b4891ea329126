using System.Buffers.Text;
using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="Guid"/>: text of 36 characters, in small letters.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct GuidCodec : IValueCodec<Guid>, ITextForm<Guid>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Guid value, ValueWriteContext context) =>
        TextForm.Write<Guid, GuidCodec>(ref writer, value);

    /// <inheritdoc/>
    public static Guid Read(ref MessagePackReader reader, ValueReadContext context) =>
        TextForm.Read<Guid, GuidCodec>(ref reader);

    static int ITextForm<Guid>.Format(Guid value, Span<byte> utf8)
    {
        value.TryFormat(utf8, out var length, "D");
        return length;
    }

    static bool ITextForm<Guid>.TryParse(ReadOnlySpan<byte> utf8, out Guid value) =>
        Utf8Parser.TryParse(utf8, out value, out var consumed, 'D') && consumed == utf8.Length;
}
