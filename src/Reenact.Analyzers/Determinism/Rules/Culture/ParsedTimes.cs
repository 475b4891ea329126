using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>
/// Times that are parsed. Besides the culture, the machine's time zone has a say: text with an offset becomes a local <c>DateTime</c>
/// unless a style says otherwise, and text without one becomes a <c>DateTimeOffset</c> with the local offset.
/// </summary>
internal static class ParsedTimes
{
    private const int Roundtrip = (int)DateTimeStyles.RoundtripKind;
    private const int Universal = (int)DateTimeStyles.AdjustToUniversal;
    private const int AssumeUniversal = (int)DateTimeStyles.AssumeUniversal;
    private const int AssumeLocal = (int)DateTimeStyles.AssumeLocal;

    public static Finding? Judge(CallSite call)
    {
        var (culture, zone) = Lacking(call);
        var remedy = (culture, zone, OfOffset(call)) switch
        {
            (true, Sensitivity.None, _) => Remedies.Culture,
            (true, _, true) => Remedies.CultureAndAssume,
            (true, _, false) => Remedies.CultureAndStyles,
            (false, _, true) => Remedies.Assume,
            (false, _, false) => Remedies.Styles,
        };
        return call.Find(culture ? Sensitivity.Full : zone, remedy);
    }

    /// <summary>Whether a call leaves the culture to the machine, and how surely the time zone.</summary>
    public static (bool Culture, Sensitivity Zone) Lacking(CallSite call)
    {
        var formats = DateFormats.OfCall(call);
        var culture = !call.IsGivenCulture()
            && !(formats?.All(static format => FormatStrings.Of(ValueKind.DateTime, format) == Sensitivity.None) == true);
        return (culture, OfOffset(call) ? OffsetZone(call, formats) : Zone(call, formats));
    }

    private static bool OfOffset(CallSite call) => ValueKinds.Of(call.Method.ContainingType) == ValueKind.DateTimeOffset;

    private static Sensitivity Zone(CallSite call, IReadOnlyList<string>? formats)
    {
        if (Styles(call) is not { } styles || (styles & Universal) != 0)
            return Sensitivity.None;
        if ((styles & (AssumeUniversal | AssumeLocal)) != 0)
            return Sensitivity.Full;
        if (formats is not null)
            return formats.Any(DateFormats.HasOffset) && (styles & Roundtrip) == 0 ? Sensitivity.Full : Sensitivity.None;
        // Of the offsets, the round-trip style keeps only 'Z' from becoming local time.
        if (Operands.Text(call.Argument(0)) is { } text)
            return Offset(text) is { } offset && !(offset == 'Z' && (styles & Roundtrip) != 0) ? Sensitivity.Full : Sensitivity.None;
        return (styles & Roundtrip) != 0 ? Sensitivity.None : Sensitivity.Slight;
    }

    private static Sensitivity OffsetZone(CallSite call, IReadOnlyList<string>? formats)
    {
        if (Styles(call) is not { } styles || (styles & AssumeUniversal) != 0)
            return Sensitivity.None;
        if (formats is not null)
            return formats.All(DateFormats.HasOwnOffset) ? Sensitivity.None : Sensitivity.Full;
        return Operands.Text(call.Argument(0)) is { } text ? Offset(text) is null ? Sensitivity.Full : Sensitivity.None : Sensitivity.Slight;
    }

    /// <summary>The styles; null where they are not constant, and so may be the right ones.</summary>
    private static int? Styles(CallSite call) =>
        call.Argument(static parameter => parameter.Type.Name == "DateTimeStyles") is not { } styles ? 0
        : styles.ConstantValue is { HasValue: true, Value: int value } ? value
        : null;

    /// <summary>How a text names its offset: <c>Z</c> also for <c>GMT</c>, a sign for one in numbers; null where it has none.</summary>
    private static char? Offset(string text)
    {
        var trimmed = text.TrimEnd();
        if (trimmed.EndsWith("Z", StringComparison.OrdinalIgnoreCase) || trimmed.EndsWith("GMT", StringComparison.OrdinalIgnoreCase))
            return 'Z';
        var time = trimmed.IndexOf(':');
        return time >= 0 && trimmed.IndexOfAny(['+', '-'], time) is var sign and >= 0 ? trimmed[sign] : null;
    }
}
