using System.ComponentModel;
using System.Drawing;
using System.Globalization;
using MessagePack;
using Reenact.Values;

namespace Reenact.Shims;

/// <summary>
/// Codec of <see cref="Color"/>: a named color is its name, another one <c>#AARRGGBB</c>, none an empty text. Red by name and
/// red by number are not equal in .NET. A name that could be taken for one of the others stands in an array.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ColorCodec : IValueCodec<Color>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Color value, ValueWriteContext context)
    {
        if (!value.IsNamedColor)
        {
            context.WriteText(ref writer, value.IsEmpty ? "" : string.Create(CultureInfo.InvariantCulture, $"#{value.ToArgb():X8}"));
            return;
        }

        if (value.Name is "" or ['#', ..])
            writer.WriteArrayHeader(1);
        context.WriteText(ref writer, value.Name);
    }

    /// <inheritdoc/>
    public static Color Read(ref MessagePackReader reader, ValueReadContext context)
    {
        var isName = reader.NextMessagePackType == MessagePackType.Array;
        if (isName && reader.ReadArrayHeader() != 1)
            throw new ValueFormatException("The recorded name of a color is not an array of one text.");

        return context.ReadText(ref reader) switch
        {
            null => throw new ValueFormatException("A recorded value is nil; expected a color."),
            var name when isName => Color.FromName(name),
            "" => Color.Empty,
            ['#', .. var digits] when digits.Length == 8 && uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var argb) =>
                Color.FromArgb(unchecked((int)argb)),
            ['#', ..] text => throw new ValueFormatException($"Recorded text is no color: {TextEscape.Quote(text, 100)}."),
            var name => Color.FromName(name),
        };
    }
}
