using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism;

/// <summary>How messages call members.</summary>
internal static class MessageNames
{
    private static readonly SymbolDisplayFormat TypeAndMember = new(
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary><c>Planner.Next</c>, <c>new Planner</c>.</summary>
    public static string Of(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => "new " + constructor.ContainingType.ToDisplayString(TypeAndMember),
        IMethodSymbol { AssociatedSymbol: { } property } => Of(property),
        _ => member.ToDisplayString(TypeAndMember),
    };
}
