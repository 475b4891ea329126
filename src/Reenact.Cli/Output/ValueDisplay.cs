using Reenact.Events;
using Reenact.Values;

namespace Reenact.Cli;

/// <summary>Recorded values as text that is fit for a terminal.</summary>
internal static class ValueDisplay
{
    /// <summary>A value on one line.</summary>
    /// <param name="value">Any value, also a damaged or absent one.</param>
    /// <param name="width">About how many characters; what is left out is an ellipsis.</param>
    public static string OneLine(RecordedValue value, int width) =>
        value.IsAbsent ? "" : ValuePrinter.Print(new EncodedValue(value.Bytes, value.Blobs), width);

    /// <summary>A whole value, with a line for each member and element; text as it is.</summary>
    public static IReadOnlyList<string> Lines(RecordedValue value)
    {
        var text = value.IsAbsent ? "" : TextOf(value) ?? ValuePrinter.PrintIndented(new EncodedValue(value.Bytes, value.Blobs), int.MaxValue);
        return text.Split('\n');
    }

    private static string? TextOf(RecordedValue value)
    {
        try
        {
            return value.IsNil ? null : SafeText.Lines(value.ReadText()!);
        }
        catch (ValueFormatException)
        {
            return null;
        }
    }
}
