using System.ComponentModel;
using System.Globalization;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="Int128"/>: text, whatever its size, because MessagePack's integers end at 64 bits.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Int128Codec : IValueCodec<Int128>, ITextForm<Int128>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Int128 value, ValueWriteContext context) =>
        TextForm.Write<Int128, Int128Codec>(ref writer, value);

    /// <inheritdoc/>
    public static Int128 Read(ref MessagePackReader reader, ValueReadContext context) => TextForm.Read<Int128, Int128Codec>(ref reader);

    static int ITextForm<Int128>.Format(Int128 value, Span<byte> utf8)
    {
        value.TryFormat(utf8, out var length, default, CultureInfo.InvariantCulture);
        return length;
    }

    static bool ITextForm<Int128>.TryParse(ReadOnlySpan<byte> utf8, out Int128 value) =>
        Int128.TryParse(utf8, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
}

/// <summary>Codec of <see cref="UInt128"/>: text, whatever its size, because MessagePack's integers end at 64 bits.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct UInt128Codec : IValueCodec<UInt128>, ITextForm<UInt128>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, UInt128 value, ValueWriteContext context) =>
        TextForm.Write<UInt128, UInt128Codec>(ref writer, value);

    /// <inheritdoc/>
    public static UInt128 Read(ref MessagePackReader reader, ValueReadContext context) => TextForm.Read<UInt128, UInt128Codec>(ref reader);

    static int ITextForm<UInt128>.Format(UInt128 value, Span<byte> utf8)
    {
        value.TryFormat(utf8, out var length, default, CultureInfo.InvariantCulture);
        return length;
    }

    static bool ITextForm<UInt128>.TryParse(ReadOnlySpan<byte> utf8, out UInt128 value) =>
        UInt128.TryParse(utf8, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
