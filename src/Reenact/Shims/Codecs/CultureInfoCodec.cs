using System.ComponentModel;
using System.Globalization;
using MessagePack;
using Reenact.Values;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="CultureInfo"/>: its name; empty for the invariant culture. What was changed in a copy of a culture is not kept.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct CultureInfoCodec : IValueCodec<CultureInfo>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, CultureInfo? value, ValueWriteContext context) =>
        context.WriteText(ref writer, value?.Name);

    /// <inheritdoc/>
    public static CultureInfo Read(ref MessagePackReader reader, ValueReadContext context)
    {
        if (context.ReadText(ref reader) is not { } name)
            return null!;

        try
        {
            var culture = CultureInfo.GetCultureInfo(name);
            if (culture.Name == name)
                return culture;
        }
        catch (CultureNotFoundException)
        {
            // Said below.
        }

        throw new ValueFormatException($"This machine knows no culture of the recorded name {TextEscape.Quote(name, 100)}.");
    }
}
