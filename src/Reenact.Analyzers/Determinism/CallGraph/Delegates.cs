using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Reenact.Analyzers.Determinism.Rules;

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
        foreach (var reference in LocalMentions.References(declarator.Symbol, declarator))
        {
            if (reference.Parent is not INameOfOperation
                && !(reference.Parent is IAssignmentOperation assignment && assignment.Target == reference)
                && !(reference.Parent is IArgumentOperation { Parent: IInvocationOperation call } && symbols.IsCapture(call.TargetMethod)))
            {
                return false;
            }
        }

        return true;
    }
}
