using System.ComponentModel;
using MessagePack;
using Reenact.Values;

namespace Reenact.Shims;

/// <summary>
/// Codec of <see cref="Uri"/>: the text it was made from; for a relative one, an array of that text, because some
/// texts (<c>/path</c>) are absolute on one system and relative on another.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct UriCodec : IValueCodec<Uri>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Uri? value, ValueWriteContext context)
    {
        if (value is { IsAbsoluteUri: false })
            writer.WriteArrayHeader(1);
        context.WriteText(ref writer, value?.OriginalString);
    }

    /// <inheritdoc/>
    public static Uri Read(ref MessagePackReader reader, ValueReadContext context)
    {
        var kind = UriKind.Absolute;
        if (reader.NextMessagePackType == MessagePackType.Array)
        {
            kind = UriKind.Relative;
            if (reader.ReadArrayHeader() != 1)
                throw new ValueFormatException("A recorded relative URI is not an array of one text.");
        }

        if (context.ReadText(ref reader) is not { } text)
            return null!;

        return Uri.TryCreate(text, kind, out var value)
            ? value
            : throw new ValueFormatException($"Recorded text is no URI: {TextEscape.Quote(text, 100)}.");
    }
}
