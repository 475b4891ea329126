using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Data;

/// <summary>Tells expressions whose value is computed each time it is enumerated: LINQ queries and iterators.</summary>
internal static class Sequences
{
    /// <summary>Conditions and locals are followed this deep.</summary>
    private const int Depth = 8;

    /// <summary>What the value is, for people; null where it isn't lazy, or nobody can tell.</summary>
    public static string? Describe(IOperation value, CancellationToken cancellationToken) => Describe(value, Depth, cancellationToken);

    public static bool IsSequence(ITypeSymbol? type) =>
        type?.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_IEnumerable;

    /// <summary>The value without the conversions that the compiler puts around it.</summary>
    public static IOperation Unwrap(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion)
            value = conversion.Operand;
        return value;
    }

    private static string? Describe(IOperation value, int depth, CancellationToken cancellationToken)
    {
        if (depth == 0)
            return null;
        string? Inner(IOperation inner) => Describe(inner, depth - 1, cancellationToken);
        return Unwrap(value) switch
        {
            ITranslatedQueryOperation => "is a LINQ query",
            IInvocationOperation call when PassesOn(call.TargetMethod) && call.Arguments.Length > 0 => Inner(call.Arguments[0].Value),
            IInvocationOperation call when IsDeferred(call.TargetMethod) => $"is the LINQ query '{call.TargetMethod.Name}'",
            IInvocationOperation call when IsIterator(call.TargetMethod, cancellationToken) => $"comes from the iterator '{call.TargetMethod.Name}'",
            IPropertyReferenceOperation { Property.GetMethod: { } getter } property when IsIterator(getter, cancellationToken) =>
                $"comes from the iterator '{property.Property.Name}'",
            ILocalReferenceOperation local when InitialValue(local, cancellationToken) is { } initial => Inner(initial),
            IConditionalOperation { WhenFalse: { } otherwise } conditional => Inner(conditional.WhenTrue) ?? Inner(otherwise),
            ICoalesceOperation coalesce => Inner(coalesce.Value) ?? Inner(coalesce.WhenNull),
            _ => null,
        };
    }

    private static bool PassesOn(IMethodSymbol method) => method.Name == "AsEnumerable" && IsLinq(method);

    private static bool IsDeferred(IMethodSymbol method) =>
        IsLinq(method)
        && method.Name is not ("Empty" or "Range" or "Repeat")
        && method.ReturnType.OriginalDefinition is INamedTypeSymbol result
        && (IsSequence(result) || result.Name is "IOrderedEnumerable" or "IQueryable" or "IOrderedQueryable");

    private static bool IsLinq(IMethodSymbol method) =>
        method.ContainingType is { Name: "Enumerable" or "Queryable" } type && TypeNames.Namespace(type) == "System.Linq";

    private static bool IsIterator(IMethodSymbol method, CancellationToken cancellationToken) =>
        IsSequence(method.ReturnType)
        && (method.PartialImplementationPart ?? method).OriginalDefinition.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellationToken)
                .DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax)
                .Any(node => node is YieldStatementSyntax && !IsInLocalFunction(node, reference.Span)));

    private static bool IsInLocalFunction(SyntaxNode statement, Microsoft.CodeAnalysis.Text.TextSpan method)
    {
        var function = statement.FirstAncestorOrSelf<LocalFunctionStatementSyntax>();
        return function is not null && function.Span != method && method.Contains(function.Span);
    }

    /// <summary>What a local is declared with, when nothing else is ever assigned to it.</summary>
    private static IOperation? InitialValue(ILocalReferenceOperation reference, CancellationToken cancellationToken)
    {
        if (reference.Local.DeclaringSyntaxReferences is not { Length: 1 } declarations
            || declarations[0].GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer: not null })
        {
            return null;
        }

        IOperation root = reference;
        while (root.Parent is not null)
            root = root.Parent;
        IOperation? initial = null;
        foreach (var operation in root.Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when Same(declarator.Symbol, reference.Local):
                    initial = declarator.Initializer?.Value ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer?.Value;
                    break;
                case IAssignmentOperation { Target: ILocalReferenceOperation target } when Same(target.Local, reference.Local):
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: ILocalReferenceOperation passed } when Same(passed.Local, reference.Local):
                    return null;
            }
        }

        return initial;
    }

    private static bool Same(ISymbol left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left, right);
}
