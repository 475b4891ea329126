using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>Casing and comparison of text.</summary>
internal static class TextCalls
{
    /// <summary>Judges the calls of a method; null where the culture has no say. The same for all calls.</summary>
    public static Func<CallSite, Finding?>? For(IMethodSymbol method) => method.ContainingType.SpecialType switch
    {
        SpecialType.System_String => method.Name switch
        {
            "ToUpper" or "ToLower" => Case,
            "Compare" => Compare,
            "CompareTo" => static call => call.Find(Remedies.Compare),
            "StartsWith" or "EndsWith" or "IndexOf" or "LastIndexOf" when FrameworkTypes.IsString(method.Parameters[0].Type) => Search,
            _ => null,
        },
        SpecialType.System_Char when method.Name is "ToUpper" or "ToLower" => Case,
        _ => null,
    };

    /// <summary>A comparer or a way to compare that follows the culture, where it is named.</summary>
    public static Finding? Named(ISymbol member, IOperation operation)
    {
        var type = member.ContainingType;
        var (follows, remedy) = (type?.Name, member.Name) switch
        {
            ("StringComparison", "CurrentCulture" or "CurrentCultureIgnoreCase") => (FrameworkTypes.IsIn(type!, "System"), "use 'StringComparison.Ordinal'"),
            ("StringComparer", "CurrentCulture" or "CurrentCultureIgnoreCase") => (FrameworkTypes.IsIn(type!, "System"), Remedies.OrdinalComparer),
            ("Comparer", "Default") => (type!.Arity == 0 ? FrameworkTypes.IsIn(type, "System", "Collections") : FrameworkTypes.IsIn(type, "System", "Collections", "Generic") && SortedTypes.Follow(type.TypeArguments[0]), Remedies.OrdinalComparer),
            ("CaseInsensitiveComparer", "Default") => (FrameworkTypes.IsIn(type!, "System", "Collections"), "use 'StringComparer.OrdinalIgnoreCase'"),
            _ => (false, ""),
        };
        return follows ? Finding(member, operation, remedy) : null;
    }

    private static Finding Finding(ISymbol member, IOperation operation, string remedy) =>
        new(Descriptors.CultureAndTimeZone, MessageNames.Of(member), remedy, operation.Syntax) { Member = member.OriginalDefinition.GetDocumentationCommentId() };

    private static Finding? Case(CallSite call) =>
        call.IsGivenCulture() ? null : call.Find($"use '{call.Method.Name}Invariant'");

    private static Finding? Compare(CallSite call) => SaysHow(call) ? null : call.Find(Remedies.Comparison);

    private static Finding? Search(CallSite call)
    {
        // The empty text is found at once, whatever the culture.
        if (SaysHow(call) || Operands.Text(call.Argument(0)) is "")
            return null;
        return call.Find(Remedies.Comparison);
    }

    private static bool SaysHow(CallSite call) => call.IsGivenCulture() || call.Method.Parameters.Any(static parameter => parameter.Type is { Name: "StringComparison", TypeKind: TypeKind.Enum });
}
