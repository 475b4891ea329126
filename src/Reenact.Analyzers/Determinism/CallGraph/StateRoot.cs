using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>Finds whose state an expression is a part of.</summary>
internal static class StateRoot
{
    private const int MostLocals = 4;

    /// <summary>
    /// The field or property of the object itself that leads to the expression, the static one, or the parameter; the object's type for
    /// the object itself; null for what the body made.
    /// </summary>
    public static ISymbol? Of(IOperation expression)
    {
        ISymbol? state = null;
        var locals = 0;
        for (var at = expression; ; )
        {
            switch (Delegates.Unwrap(at))
            {
                case IMemberReferenceOperation { Instance: null, Member: IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true } } reference:
                    return reference.Member;
                case IMemberReferenceOperation { Instance: { } instance } reference:
                    state = reference.Member is IPropertySymbol { IsIndexer: true } ? state : reference.Member;
                    at = instance;
                    break;
                case IArrayElementReferenceOperation element:
                    at = element.ArrayReference;
                    break;
                case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } self:
                    return state ?? self.Type;
                case IParameterReferenceOperation { Parameter: var parameter }:
                    return parameter;
                case ILocalReferenceOperation { Local: { Type.IsReferenceType: true } local } when locals++ < MostLocals && Initializer(local, at) is { } initializer:
                    at = initializer;
                    break;
                default:
                    return null;
            }
        }
    }

    private static IOperation? Initializer(ILocalSymbol local, IOperation use) =>
        local.FirstDeclaration() is VariableDeclaratorSyntax { Initializer.Value: IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax } declarator
        && declarator.SyntaxTree == use.Syntax.SyntaxTree
            ? use.SemanticModel?.GetOperation(declarator.Initializer.Value)
            : null;
}
