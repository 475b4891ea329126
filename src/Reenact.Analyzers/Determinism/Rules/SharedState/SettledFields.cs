using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reenact.Analyzers.Determinism.CallGraph;

namespace Reenact.Analyzers.Determinism.Rules.SharedState;

/// <summary>
/// Tells private static fields that hold the same in each process though nobody wrote <c>readonly</c>: nothing but their initializer and the
/// static constructor gives them a value, or they are made when they are first asked for, out of nothing that could differ. Reads only the
/// syntax of the type that declares them, which is all code that can write them. That has to stand in one file: what is found in a body is
/// kept while its own file and all declarations stay the same, so it must not depend on what bodies in other files do. Only of what tools
/// write it is taken for granted that it leaves the fields of others alone.
/// </summary>
internal static class SettledFields
{
    public static bool Is(IFieldSymbol field, Compilation compilation)
    {
        if (field.AssociatedSymbol is IPropertySymbol property)
            return property.SetMethod is null && Accessors.Made(property) is { } made && FirstValues.IsAlwaysTheSame(made, field.ContainingType);
        return field.DeclaredAccessibility == Accessibility.Private && !field.IsImplicitlyDeclared && IsReplacedOnlyAsAWhole(field.Type)
            && field.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree is { } file && IsKnownFrom(file, field.ContainingType, compilation)
            && !Mentions(field, file).Any(mention => Replaces(mention, field.ContainingType));
    }

    /// <summary>Methods of other structs may change the field that holds them.</summary>
    private static bool IsReplacedOnlyAsAWhole(ITypeSymbol type) =>
        type.IsReferenceType || type.SpecialType != SpecialType.None || type.TypeKind == TypeKind.Enum || type is { IsValueType: true, IsReadOnly: true };

    /// <summary>All code of the type that may write a field which stands in the file stands there as well.</summary>
    private static bool IsKnownFrom(SyntaxTree file, INamedTypeSymbol type, Compilation compilation) =>
        type.DeclaringSyntaxReferences.All(part => part.SyntaxTree == file || GeneratedCode.Is(part.SyntaxTree, compilation))
        || GeneratedCode.Is(file, compilation);

    private static IEnumerable<ExpressionSyntax> Mentions(IFieldSymbol field, SyntaxTree file) =>
        field.ContainingType.DeclaringSyntaxReferences
            .Where(part => part.SyntaxTree == file)
            .SelectMany(reference => NamesIn.Find(reference.GetSyntax(), field.Name))
            .Select(static token => token.Parent)
            .OfType<IdentifierNameSyntax>()
            .Select(Whole);

    /// <summary>The expression that names the field: <c>Plan.size</c> for <c>size</c>.</summary>
    private static ExpressionSyntax Whole(IdentifierNameSyntax name)
    {
        ExpressionSyntax whole = name;
        while ((whole.Parent is MemberAccessExpressionSyntax access && access.Name == whole) || whole.Parent is ParenthesizedExpressionSyntax)
            whole = (ExpressionSyntax)whole.Parent;
        return whole;
    }

    private static bool Replaces(ExpressionSyntax mention, INamedTypeSymbol type) => mention.Parent switch
    {
        AssignmentExpressionSyntax assignment when assignment.Left == mention =>
            !(assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && IsInStaticConstructor(assignment, type))
            && !(assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression) && FirstValues.IsAlwaysTheSame(assignment.Right, type)),
        PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
        PostfixUnaryExpressionSyntax postfix => !postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression) || mention != postfix.Operand || Replaces(postfix, type),
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword or (int)SyntaxKind.RefKeyword } argument => !IsSetOnce(argument, type),
        ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => IsAssigned(tuple),
        RefExpressionSyntax => true,
        _ => false,
    };

    /// <summary><c>Interlocked.CompareExchange(ref plan, new Plan(), null)</c>, and reads that only need the place.</summary>
    private static bool IsSetOnce(ArgumentSyntax place, INamedTypeSymbol type) =>
        place is { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword, Parent: ArgumentListSyntax { Arguments: var arguments, Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } } }
        && called.ToString() switch
        {
            "Volatile.Read" => true,
            "Interlocked.CompareExchange" => arguments.Count == 3 && arguments[2].Expression.IsKind(SyntaxKind.NullLiteralExpression) && FirstValues.IsAlwaysTheSame(arguments[1].Expression, type),
            _ => false,
        };

    private static bool IsAssigned(SyntaxNode tuple)
    {
        while (tuple.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax outer })
            tuple = outer;
        return tuple.Parent is AssignmentExpressionSyntax assignment && assignment.Left == tuple;
    }

    private static bool IsInStaticConstructor(SyntaxNode node, INamedTypeSymbol type) =>
        node.Ancestors().FirstOrDefault(static each => each is BaseMethodDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
            is ConstructorDeclarationSyntax constructor
        && constructor.Modifiers.Any(SyntaxKind.StaticKeyword) && constructor.Identifier.ValueText == type.Name;
}
