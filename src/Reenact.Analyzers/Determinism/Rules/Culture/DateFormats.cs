using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>The formats that a call of <c>ParseExact</c> and its like takes.</summary>
internal static class DateFormats
{
    /// <summary>Its formats; null where it takes none, or they are not constant.</summary>
    public static IReadOnlyList<string>? OfCall(CallSite call)
    {
        if (call.Argument(static parameter => parameter.Name is "format" or "formats") is not { } argument)
            return null;
        var formats = new List<string>();
        foreach (var element in Operands.Elements(argument))
        {
            if (Operands.Text(element) is not { } format)
                return null;
            formats.Add(format);
        }

        return formats;
    }

    /// <summary>Whether text in a format may say an offset, which decides what time it is.</summary>
    public static bool HasOffset(string format) =>
        format is "O" or "o" || (format.Length > 1 && FormatStrings.Specifiers(format).Any(static specifier => specifier is 'K' or 'z' or 'Z'));

    /// <summary>Whether text in a format always says its offset, or has one by definition.</summary>
    public static bool HasOwnOffset(string format) =>
        format is "O" or "o" or "R" or "r" or "u" || (format.Length > 1 && FormatStrings.Specifiers(format).Any(static specifier => specifier is 'z' or 'Z'));
}
