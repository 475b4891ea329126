using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>Texts with places for values, as <c>string.Format</c> takes them.</summary>
internal static class CompositeFormats
{
    /// <summary>The most that the culture decides of the values that a text has places for.</summary>
    /// <param name="format">The text; null where it isn't constant, and then each value counts in its own format.</param>
    /// <param name="arguments">The values, by place.</param>
    /// <param name="values">What decides about one value.</param>
    public static Sensitivity Of(string? format, IReadOnlyList<IOperation> arguments, FormattedValues values)
    {
        if (format is null)
            return values.OfAll(arguments);
        var most = Sensitivity.None;
        foreach (var (place, specifier) in Places(format))
        {
            if (place < arguments.Count && values.Of(arguments[place], specifier) is var sensitivity && sensitivity > most)
                most = sensitivity;
        }

        return most;
    }

    /// <summary><c>{0,5:F2}</c> is place 0 with the format <c>F2</c>.</summary>
    private static IEnumerable<(int Place, string? Format)> Places(string format)
    {
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '{')
                continue;
            if (i + 1 < format.Length && format[i + 1] == '{')
            {
                i++;
                continue;
            }

            var end = format.IndexOf('}', i);
            if (end < 0)
                yield break;
            var hole = format.Substring(i + 1, end - i - 1);
            var colon = hole.IndexOf(':');
            var place = (colon < 0 ? hole : hole.Substring(0, colon)).Split(',')[0].Trim();
            if (int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                yield return (number, colon < 0 ? null : hole.Substring(colon + 1));
            i = end;
        }
    }
}
