using System.ComponentModel;
using System.Globalization;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <c>System.Index</c>: text as in C#, <c>3</c> or <c>^3</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct IndexCodec : IValueCodec<Index>, ITextForm<Index>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Index value, ValueWriteContext context) =>
        TextForm.Write<Index, IndexCodec>(ref writer, value);

    /// <inheritdoc/>
    public static Index Read(ref MessagePackReader reader, ValueReadContext context) => TextForm.Read<Index, IndexCodec>(ref reader);

    static int ITextForm<Index>.Format(Index value, Span<byte> utf8) => Format(value, utf8);

    static bool ITextForm<Index>.TryParse(ReadOnlySpan<byte> utf8, out Index value) => TryParse(utf8, out value);

    internal static int Format(Index value, Span<byte> utf8)
    {
        var sign = value.IsFromEnd ? 1 : 0;
        utf8[0] = (byte)'^';
        value.Value.TryFormat(utf8[sign..], out var length, default, CultureInfo.InvariantCulture);
        return length + sign;
    }

    internal static bool TryParse(ReadOnlySpan<byte> utf8, out Index value)
    {
        var fromEnd = utf8 is [(byte)'^', ..];
        var parsed = int.TryParse(fromEnd ? utf8[1..] : utf8, NumberStyles.None, CultureInfo.InvariantCulture, out var place);
        value = new Index(place, fromEnd);
        return parsed;
    }
}

/// <summary>Codec of <c>System.Range</c>: text as in C#, <c>1..^2</c>; both ends are always there.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct RangeCodec : IValueCodec<Range>, ITextForm<Range>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Range value, ValueWriteContext context) =>
        TextForm.Write<Range, RangeCodec>(ref writer, value);

    /// <inheritdoc/>
    public static Range Read(ref MessagePackReader reader, ValueReadContext context) => TextForm.Read<Range, RangeCodec>(ref reader);

    static int ITextForm<Range>.Format(Range value, Span<byte> utf8)
    {
        var length = IndexCodec.Format(value.Start, utf8);
        ".."u8.CopyTo(utf8[length..]);
        length += 2;
        return length + IndexCodec.Format(value.End, utf8[length..]);
    }

    static bool ITextForm<Range>.TryParse(ReadOnlySpan<byte> utf8, out Range value)
    {
        value = default;
        var dots = utf8.IndexOf(".."u8);
        if (dots < 0 || !IndexCodec.TryParse(utf8[..dots], out var start) || !IndexCodec.TryParse(utf8[(dots + 2)..], out var end))
            return false;

        value = new Range(start, end);
        return true;
    }
}
