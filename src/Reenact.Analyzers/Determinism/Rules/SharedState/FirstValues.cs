using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.Analyzers.Determinism.Rules.SharedState;

/// <summary>Tells by its syntax whether an expression makes the same whoever is the first to run it: it takes nothing from its caller or from an object.</summary>
internal static class FirstValues
{
    public static bool IsAlwaysTheSame(ExpressionSyntax value, INamedTypeSymbol type) => value switch
    {
        LiteralExpressionSyntax or TypeOfExpressionSyntax or DefaultExpressionSyntax or ImplicitArrayCreationExpressionSyntax { Initializer.Expressions.Count: 0 } => true,
        ParenthesizedExpressionSyntax inner => IsAlwaysTheSame(inner.Expression, type),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } forgiving => IsAlwaysTheSame(forgiving.Operand, type),
        BaseObjectCreationExpressionSyntax made => AreAlwaysTheSame(made.ArgumentList, type) && AreAlwaysTheSame(made.Initializer, type),
        ArrayCreationExpressionSyntax array =>
            array.Type.RankSpecifiers.All(rank => rank.Sizes.All(size => size is OmittedArraySizeExpressionSyntax || IsAlwaysTheSame(size, type))) && AreAlwaysTheSame(array.Initializer, type),
        CollectionExpressionSyntax collection => collection.Elements.All(element => element is ExpressionElementSyntax each && IsAlwaysTheSame(each.Expression, type)),
        AnonymousFunctionExpressionSyntax lambda => lambda.Modifiers.Any(SyntaxKind.StaticKeyword),
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax owner } => IsType(owner, type),
        // What the method does is followed by itself; one that is recorded or awaited depends on the session.
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax called } call => IsOwnFactory(called, type) && AreAlwaysTheSame(call.ArgumentList, type),
        _ => false,
    };

    private static bool AreAlwaysTheSame(ArgumentListSyntax? arguments, INamedTypeSymbol type) =>
        arguments?.Arguments.All(each => IsAlwaysTheSame(each.Expression, type)) != false;

    private static bool AreAlwaysTheSame(InitializerExpressionSyntax? initializer, INamedTypeSymbol type) =>
        initializer?.Expressions.All(each => IsAlwaysTheSame(each is AssignmentExpressionSyntax assignment ? assignment.Right : each, type)) != false;

    /// <summary><c>StringComparer</c> of <c>StringComparer.Ordinal</c>, as far as names tell: what is static and changes is reported by itself.</summary>
    private static bool IsType(IdentifierNameSyntax name, INamedTypeSymbol type) =>
        name.Identifier.ValueText is { Length: > 0 } text && char.IsUpper(text[0]) && !IsMember(text, type);

    private static bool IsMember(string name, INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.GetMembers(name).Any(static member => member is not ITypeSymbol))
                return true;
        }

        return false;
    }

    private static bool IsOwnFactory(IdentifierNameSyntax called, INamedTypeSymbol type) =>
        type.GetMembers(called.Identifier.ValueText) is { IsEmpty: false } found
        && found.All(static member => member is IMethodSymbol { IsStatic: true, IsAsync: false, IsPartialDefinition: false } && member.GetAttributes().IsEmpty);
}
