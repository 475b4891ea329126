using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism;

/// <summary>An expression in replayed code that is not deterministic.</summary>
internal sealed class Offence(ISymbol member, ApiVerdict verdict, IOperation expression, Reach reach)
{
    /// <summary>The property of a diagnostic that holds the table entry's documentation id, for code fixes.</summary>
    public const string ApiProperty = "Api";

    private static readonly SymbolDisplayFormat TypeAndMember = new(
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        verdict.Rule!,
        expression.Syntax.GetLocation(),
        reach.Sites(),
        System.Collections.Immutable.ImmutableDictionary<string, string?>.Empty.Add(ApiProperty, verdict.Id),
        Name(member),
        verdict.Remedy,
        reach);

    /// <summary>How messages call a member: <c>Planner.Next</c>, <c>new Planner</c>.</summary>
    public static string Name(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => "new " + constructor.ContainingType.ToDisplayString(TypeAndMember),
        IMethodSymbol { AssociatedSymbol: { } property } => Name(property),
        _ => member.ToDisplayString(TypeAndMember),
    };
}
