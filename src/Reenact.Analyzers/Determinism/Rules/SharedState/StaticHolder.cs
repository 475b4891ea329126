using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules.SharedState;

/// <summary>Finds the static member that holds an object, along members, elements and locals. Thread-safe.</summary>
internal sealed class StaticHolder(StaticMembers members)
{
    /// <summary>Locals are followed through so many others.</summary>
    private const int Depth = 4;

    /// <summary>
    /// The member that always holds the object which the expression gives, or an object around it; null where there is none.
    /// A static member that can be replaced is none: it is reported where it is named.
    /// </summary>
    public ISymbol? Of(IOperation expression) => Of(expression, Depth);

    private ISymbol? Of(IOperation expression, int depth)
    {
        for (var at = expression; at is not null; at = Around(at))
        {
            if (at is IMemberReferenceOperation { Instance: null, Member: { IsStatic: true } member })
                return members.Of(member) == StaticKind.Holder ? member : null;
            if (at is ILocalReferenceOperation local)
                return depth > 0 && Source(local) is { } source && Of(source, depth - 1) is { } held && !IsReplaced(local) ? held : null;
        }

        return null;
    }

    private static IOperation? Around(IOperation expression) => expression switch
    {
        IConversionOperation { OperatorMethod: null } conversion => conversion.Operand,
        IParenthesizedOperation parenthesized => parenthesized.Operand,
        IMemberReferenceOperation and not IMethodReferenceOperation => ((IMemberReferenceOperation)expression).Instance,
        IArrayElementReferenceOperation element => element.ArrayReference,
        IImplicitIndexerReferenceOperation element => element.Instance,
        IConditionalAccessInstanceOperation instance => Accessed(instance),
        IInvocationOperation { TargetMethod: { Name: "AsSpan" or "AsMemory", ContainingType.Name: "MemoryExtensions" } } view => view.Arguments[0].Value,
        _ => null,
    };

    private static IOperation? Accessed(IConditionalAccessInstanceOperation instance)
    {
        IOperation inner = instance;
        for (var outer = inner.Parent; outer is not null; inner = outer, outer = outer.Parent)
        {
            if (outer is IConditionalAccessOperation access && access.WhenNotNull == inner)
                return access.Operation;
        }

        return null;
    }

    /// <summary>What a local is another name for.</summary>
    private static IOperation? Source(ILocalReferenceOperation reference)
    {
        var local = reference.Local;
        if ((local.Type.IsValueType && !local.IsRef) || local.DeclaringSyntaxReferences.Length != 1)
            return null;
        var source = local.DeclaringSyntaxReferences[0].GetSyntax() switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var value } => value,
            ForEachStatementSyntax loop => loop.Expression,
            SingleVariableDesignationSyntax
            {
                Parent: DeclarationExpressionSyntax
                {
                    Parent: ArgumentSyntax
                    {
                        Parent.Parent: InvocationExpressionSyntax
                        {
                            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryGetValue", Expression: var map },
                        },
                    },
                },
            } => map,
            _ => null,
        };

        // Most locals hold something new, which the syntax tells without asking for its meaning.
        return Named(source) is { } named ? reference.SemanticModel?.GetOperation(named) : null;
    }

    private static ExpressionSyntax? Named(ExpressionSyntax? expression) => expression switch
    {
        RefExpressionSyntax place => Named(place.Expression),
        PostfixUnaryExpressionSyntax forgiving => Named(forgiving.Operand),
        ParenthesizedExpressionSyntax inner => Named(inner.Expression),
        CastExpressionSyntax cast => Named(cast.Expression),
        IdentifierNameSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax => expression,
        _ => null,
    };

    private static bool IsReplaced(ILocalReferenceOperation reference) =>
        !reference.Local.IsRef && LocalMentions.References(reference.Local, reference).Any(static each => !each.IsDeclaration && Written.Is(each));
}
