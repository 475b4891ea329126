using System.Globalization;
using MessagePack;
using Reenact.Events;
using Reenact.Values;

namespace Reenact.Cli;

/// <summary>Recorded values as text that is fit for a terminal.</summary>
internal static class ValueDisplay
{
    /// <summary>How many characters of a value are shown at most: a few bytes of a forged recording can name gigabytes.</summary>
    public const int MaxLength = 4_000_000;

    /// <summary>A value on one line.</summary>
    /// <param name="value">Any value, also a damaged or absent one.</param>
    /// <param name="width">About how many characters; what is left out is an ellipsis.</param>
    public static string OneLine(RecordedValue value, int width) =>
        value.IsAbsent ? "" : ValuePrinter.Print(Encoded(value), width);

    /// <summary>A whole value, with a line for each member and element; text as it is. What is longer than <see cref="MaxLength"/>
    /// ends with a line that says so.</summary>
    public static IEnumerable<string> Lines(RecordedValue value)
    {
        if (value.IsAbsent)
        {
            return [""];
        }

        var text = TextStart.Of(Encoded(value), MaxLength, out var isCut);
        text = text is null ? ValuePrinter.PrintIndented(Encoded(value), MaxLength) : SafeText.Lines(text);
        var lines = LinesOf(text);
        return isCut ? lines.Append($"… (only the first {MaxLength:N0} characters are shown; --json has them all)") : lines;
    }

    /// <summary>A reading of the clock, which is recorded in ticks of 100 ns, as a time; null when it is none.</summary>
    public static string? Time(RecordedValue value)
    {
        try
        {
            var ticks = new MessagePackReader(value.Bytes).ReadInt64();
            return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
                ? new DateTime(ticks, DateTimeKind.Utc).ToString("o", CultureInfo.InvariantCulture)
                : null;
        }
        catch (Exception exception) when (exception is MessagePackSerializationException or EndOfStreamException or OverflowException)
        {
            return null;
        }
    }

    public static EncodedValue Encoded(RecordedValue value) => new(value.Bytes, value.Blobs);

    private static IEnumerable<string> LinesOf(string text)
    {
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            yield return text[start..end];
            start = end + 1;
        }
    }
}
