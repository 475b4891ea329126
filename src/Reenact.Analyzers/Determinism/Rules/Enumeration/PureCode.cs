using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules.Enumeration;

/// <summary>Recognises expressions that change nothing, and keeps in mind what they read.</summary>
internal sealed class PureCode(CollectionTypes types, LoopVariables variables)
{
    private readonly HashSet<ISymbol> read = new(SymbolEqualityComparer.Default);

    /// <summary>Whether an expression that was looked at reads a variable.</summary>
    public bool Reads(ISymbol variable) => read.Contains(variable);

    public bool Is(IOperation? expression)
    {
        if (expression is null)
            return false;
        var left = new Stack<IOperation>();
        left.Push(expression);
        while (left.Count > 0)
        {
            var next = left.Pop();
            if (IsLookupOfElement(next, out var key))
            {
                left.Push(key!);
                continue;
            }

            if (!IsPure(next))
                return false;
            foreach (var child in next.ChildOperations)
                left.Push(child);
        }

        return true;
    }

    /// <summary><c>result.ContainsKey(pair.Key)</c>: what the loop did for other elements does not show there.</summary>
    private bool IsLookupOfElement(IOperation operation, out IOperation? key)
    {
        key = operation is IInvocationOperation { TargetMethod.Name: "Contains" or "ContainsKey", Instance: { } instance, Arguments: { Length: 1 } arguments }
            && types.IgnoresOrder(instance.Type) && instance is ILocalReferenceOperation or IFieldReferenceOperation && variables.IsUnique(arguments[0].Value)
                ? arguments[0].Value
                : null;
        return key is not null;
    }

    private bool IsPure(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                read.Add(local.Local);
                return true;
            case IParameterReferenceOperation parameter:
                read.Add(parameter.Parameter);
                return true;
            case IMemberReferenceOperation and (IFieldReferenceOperation or IPropertyReferenceOperation):
                read.Add(((IMemberReferenceOperation)operation).Member);
                return true;
            case IInvocationOperation call:
                return IsPure(call.TargetMethod);
            case ILiteralOperation or IInstanceReferenceOperation or IBinaryOperation or IUnaryOperation or IConversionOperation or IConditionalOperation
                or ICoalesceOperation or IConditionalAccessOperation or IConditionalAccessInstanceOperation or IIsPatternOperation or IPatternOperation
                or IIsTypeOperation or ITypeOfOperation or INameOfOperation or IDefaultValueOperation or ITupleOperation or IArgumentOperation
                or IArrayElementReferenceOperation or IInterpolatedStringOperation or IInterpolatedStringContentOperation or IDeclarationExpressionOperation
                or IPropertySubpatternOperation or ISwitchExpressionOperation or ISwitchExpressionArmOperation or IDiscardOperation:
                return true;
            case IObjectCreationOperation or IObjectOrCollectionInitializerOperation or IArrayCreationOperation or IArrayInitializerOperation
                or ICollectionExpressionOperation or ISpreadOperation:
                return true;
            case ISimpleAssignmentOperation:
                return operation.Parent is IObjectOrCollectionInitializerOperation;
            // A lambda for an operator of LINQ.
            case IDelegateCreationOperation or IAnonymousFunctionOperation or IBlockOperation or IReturnOperation:
                return true;
            default:
                return false;
        }
    }

    private static bool IsPure(IMethodSymbol method)
    {
        if (SequenceOperators.IsOperator(method) || method.ContainingType is { SpecialType: not SpecialType.None } or { TypeKind: TypeKind.Enum })
            return true;
        if (method.Name is "Contains" or "ContainsKey" or "TryGetValue" or "GetValueOrDefault" or "Equals" or "CompareTo" or "GetType" or "ToString"
            or "IsSubsetOf" or "IsSupersetOf" or "Overlaps" or "SetEquals")
        {
            return true;
        }

        return method.ContainingType is
        {
            Name: "Math" or "Guid" or "TimeSpan" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "StringComparer" or "Uri" or "Version" or "MemoryExtensions"
                or "Char" or "Convert" or "ArgumentNullException",
            ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true },
        };
    }
}
