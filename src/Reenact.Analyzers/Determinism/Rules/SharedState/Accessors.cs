using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.Analyzers.Determinism.Rules.SharedState;

/// <summary>Reads from declarations in source what accessors of properties and events do.</summary>
internal static class Accessors
{
    /// <summary>The accessor has no body, and reads or writes its property's storage.</summary>
    public static bool IsAuto(IMethodSymbol? accessor)
    {
        if (accessor is null or { IsAbstract: true } or { IsExtern: true })
            return false;
        var written = accessor.PartialImplementationPart ?? accessor;
        return Syntax(written) is AccessorDeclarationSyntax { Body: null, ExpressionBody: null };
    }

    /// <summary>An event without accessors of its own.</summary>
    public static bool IsFieldLike(IEventSymbol @event) => Syntax(@event) is VariableDeclaratorSyntax;

    /// <summary>
    /// The static member whose value a property's getter hands out: <c>items</c> of <c>Items => items</c>, <c>lazy</c> of
    /// <c>Current => lazy.Value</c>. Null where the getter does anything else.
    /// </summary>
    public static ISymbol? PassedOn(IPropertySymbol property)
    {
        var name = Returned(property) switch
        {
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression, Left: IdentifierNameSyntax made } => made,
            IdentifierNameSyntax simple => simple,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value", Expression: IdentifierNameSyntax lazy } => lazy,
            MemberAccessExpressionSyntax { Name: IdentifierNameSyntax member, Expression: IdentifierNameSyntax { Identifier.ValueText: var type } }
                when type == property.ContainingType.Name => member,
            _ => null,
        };
        if (name is null)
            return null;
        foreach (var member in property.ContainingType.GetMembers(name.Identifier.ValueText))
        {
            if (member is IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true } && !SymbolEqualityComparer.Default.Equals(member, property))
                return member;
        }

        return null;
    }

    /// <summary>What a getter of the form <c>field ??= …</c> gives its property when it is first asked for.</summary>
    public static ExpressionSyntax? Made(IPropertySymbol property) =>
        Returned(property) is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression, Left: FieldExpressionSyntax } assignment ? assignment.Right : null;

    /// <summary>The field behind a property whose getter makes its value when it is first asked for.</summary>
    public static IFieldSymbol? BackingField(IPropertySymbol property) => Made(property) is null
        ? null
        : property.ContainingType.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private static ExpressionSyntax? Returned(IPropertySymbol property) => property.GetMethod is null ? null : Syntax(property.GetMethod) switch
    {
        ArrowExpressionClauseSyntax arrow => arrow.Expression,
        AccessorDeclarationSyntax { ExpressionBody: { } arrow } => arrow.Expression,
        AccessorDeclarationSyntax { Body.Statements: { Count: 1 } statements } => (statements[0] as ReturnStatementSyntax)?.Expression,
        _ => null,
    };

    private static SyntaxNode? Syntax(ISymbol member) => member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
}
