using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>Calls that turn text into values.</summary>
internal static class ParsingCalls
{
    /// <summary>Judges the calls of a method; null where it doesn't parse. The same for all calls.</summary>
    public static Func<CallSite, Finding?>? For(IMethodSymbol method)
    {
        if (!method.IsStatic)
            return null;
        if (IsParse(method))
        {
            return ValueKinds.Of(method.ContainingType) switch
            {
                ValueKind.Other or ValueKind.Unsigned => null,
                ValueKind.DateTime or ValueKind.DateTimeOffset => ParsedTimes.Judge,
                var kind => call => Parse(call, kind),
            };
        }

        if (!FrameworkTypes.Is(method.ContainingType, "Convert", "System"))
            return null;
        return method.Name == "ChangeType" || (method.Name.StartsWith("To", StringComparison.Ordinal) && ValueKinds.Of(method.ReturnType) is not (ValueKind.Other or ValueKind.Unsigned))
            ? Convert
            : null;
    }

    /// <summary>Whether a method makes a time of text, which takes the time zone, too.</summary>
    public static bool IsOfTimes(IMethodSymbol method) =>
        (IsParse(method) && ValueKinds.Of(method.ContainingType) is ValueKind.DateTime or ValueKind.DateTimeOffset)
        || (method.Name == "ToDateTime" && FrameworkTypes.Is(method.ContainingType, "Convert", "System"));

    private static bool IsParse(IMethodSymbol method) => method.Name is "Parse" or "TryParse" or "ParseExact" or "TryParseExact";

    private static Finding? Parse(CallSite call, ValueKind kind)
    {
        if (call.IsGivenCulture())
            return null;
        var styles = call.Argument(static parameter => parameter.Type.Name == "NumberStyles")?.ConstantValue;
        if (kind == ValueKind.Signed)
        {
            return styles is { HasValue: true, Value: int style }
                ? (style & (int)(NumberStyles.AllowHexSpecifier)) != 0 ? null
                    : call.Find((style & ~(int)NumberStyles.Integer) != 0 ? Sensitivity.Full : (style & (int)NumberStyles.AllowLeadingSign) != 0 ? Sensitivity.Slight : Sensitivity.None, Remedies.Culture)
                : call.Find(Sensitivity.Slight, Remedies.Culture);
        }

        if (DateFormats.OfCall(call) is { } formats && formats.All(format => FormatStrings.Of(kind, format) == Sensitivity.None))
            return null;
        // Text as a TimeSpan itself writes it reads the same everywhere.
        return call.Find(kind == ValueKind.TimeSpan ? Sensitivity.Slight : Sensitivity.Full, Remedies.Culture);
    }

    private static Finding? Convert(CallSite call)
    {
        // What is no text is not parsed.
        if (call.Method.Parameters.Length == 0 || call.Method.Parameters.Any(static parameter => parameter.Name == "fromBase"))
            return null;
        var value = call.Argument(0);
        if (!FrameworkTypes.IsString(value is null ? call.Method.Parameters[0].Type : Operands.Unwrap(value).Type))
            return null;
        var kind = ValueKinds.Of(call.Method.ReturnType);
        if (kind == ValueKind.DateTime)
            return ParsedTimes.Judge(call);
        return call.IsGivenCulture() ? null : call.Find(kind == ValueKind.Signed ? Sensitivity.Slight : Sensitivity.Full, Remedies.Culture);
    }
}
