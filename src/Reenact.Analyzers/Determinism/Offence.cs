using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism;

/// <summary>An expression in replayed code that is not deterministic.</summary>
internal sealed class Offence(ISymbol member, ApiVerdict verdict, Location expression, Reach reach)
{
    /// <summary>The property of a diagnostic that holds the used member's documentation id, for code fixes.</summary>
    public const string MemberProperty = "Member";

    private static readonly SymbolDisplayFormat TypeAndMember = new(
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        verdict.Rule!,
        expression,
        verdict.Severity ?? verdict.Rule!.DefaultSeverity,
        reach.Sites(),
        ImmutableDictionary<string, string?>.Empty.Add(MemberProperty, member.OriginalDefinition.GetDocumentationCommentId()),
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
