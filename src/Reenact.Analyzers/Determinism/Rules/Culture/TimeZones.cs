using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>Conversions between times that go through the time zone of the machine.</summary>
internal static class TimeZones
{
    /// <summary>Judges the calls of a method or constructor; null where it doesn't convert. The same for all calls.</summary>
    public static Func<CallSite, Finding?>? For(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (type.SpecialType == SpecialType.System_DateTime)
        {
            return method.Name switch
            {
                "ToLocalTime" or "FromFileTime" => static call => call.Find(Remedies.Local),
                "IsDaylightSavingTime" => static call => UtcTimes.Is(call.Instance) ? null : call.Find("ask a named 'TimeZoneInfo'"),
                "ToUniversalTime" or "ToFileTime" or "ToFileTimeUtc" => static call => UtcTimes.Is(call.Instance) ? null : call.Find(Remedies.SourceZone),
                _ => null,
            };
        }

        return type.Name switch
        {
            "DateTimeOffset" when FrameworkTypes.IsIn(type, "System") => OfOffset(method),
            "TimeZoneInfo" when FrameworkTypes.IsIn(type, "System") => method.Name switch
            {
                "ConvertTime" or "ConvertTimeToUtc" or "ConvertTimeBySystemTimeZoneId" when FromKind(method) =>
                    static call => UtcTimes.Is(call.Argument(0)) ? null : call.Find(Remedies.SourceZone),
                _ => null,
            },
            _ => null,
        };
    }

    public static Finding? Converted(IConversionOperation conversion) =>
        conversion.OperatorMethod is { Name: "op_Implicit", ContainingType: { Name: "DateTimeOffset" } offset }
        && FrameworkTypes.IsIn(offset, "System") && !UtcTimes.Is(conversion.Operand)
            ? new Finding(Descriptors.CultureAndTimeZone, "DateTime → DateTimeOffset", Remedies.Offset, conversion.Operand.Syntax)
            : null;

    public static Finding? Read(IPropertyReferenceOperation reference) =>
        reference.Property is { Name: "LocalDateTime", ContainingType: { Name: "DateTimeOffset" } type } && FrameworkTypes.IsIn(type, "System")
            ? new Finding(Descriptors.CultureAndTimeZone, "DateTimeOffset.LocalDateTime", "use its 'UtcDateTime' or 'DateTime'", reference.Syntax) { Member = "P:System.DateTimeOffset.LocalDateTime" }
            : null;

    private static Func<CallSite, Finding?>? OfOffset(IMethodSymbol method) => method switch
    {
        { Name: "ToLocalTime" or "FromFileTime" } => static call => call.Find(Remedies.Local),
        { MethodKind: MethodKind.Constructor, Parameters.Length: 1 } when TakesTime(method) =>
            static call => UtcTimes.Is(call.Argument(0)) ? null : call.Find(Remedies.Offset),
        _ => null,
    };

    /// <summary>Whether the method takes a time's zone from its kind, which is local unless it says UTC.</summary>
    private static bool FromKind(IMethodSymbol method) =>
        TakesTime(method) && method.Parameters.Length <= (method.Name == "ConvertTimeToUtc" ? 1 : 2);

    private static bool TakesTime(IMethodSymbol method) => method.Parameters.Length > 0 && method.Parameters[0].Type.SpecialType == SpecialType.System_DateTime;
}
