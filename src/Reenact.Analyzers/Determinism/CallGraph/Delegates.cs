using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>What becomes of delegates within one body.</summary>
internal static class Delegates
{
    /// <summary>A lambda or method that is made a delegate which nothing can call, or whose result is recorded.</summary>
    public static bool NeverRuns(IDelegateCreationOperation created, ReenactSymbols symbols)
    {
        IOperation value = created;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
            value = value.Parent;
        return value.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } => symbols.IsCapture(call.TargetMethod),
            ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => NeverCalled(declarator, symbols),
            _ => false,
        };
    }

    public static bool IsExpressionTree(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Expression", ContainingNamespace: { Name: "Expressions", ContainingNamespace.Name: "Linq" } };

    /// <summary>The expression without the conversions around it.</summary>
    public static IOperation Unwrap(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
        return operation;
    }

    private static bool NeverCalled(IVariableDeclaratorOperation declarator, ReenactSymbols symbols)
    {
        IOperation root = declarator;
        while (root.Parent is { } parent)
            root = parent;
        foreach (var operation in Everything(root))
        {
            if (operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, declarator.Symbol)
                && !(reference.Parent is IAssignmentOperation assignment && assignment.Target == reference)
                && !(reference.Parent is IArgumentOperation { Parent: IInvocationOperation call } && symbols.IsCapture(call.TargetMethod)))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<IOperation> Everything(IOperation root)
    {
        var left = new Stack<IOperation>();
        left.Push(root);
        while (left.Count > 0)
        {
            var operation = left.Pop();
            yield return operation;
            foreach (var child in operation.ChildOperations)
            {
                if (child is not INameOfOperation)
                    left.Push(child);
            }
        }
    }
}
