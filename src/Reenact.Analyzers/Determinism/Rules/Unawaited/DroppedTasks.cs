using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Determinism.Rules.Unawaited;

/// <summary>Recognises calls whose task goes nowhere: it is left standing, discarded, or kept in a local that nobody reads.</summary>
internal static class DroppedTasks
{
    public static bool IsDropped(IInvocationOperation call) => StartsTask(call) && IsDroppedFrom(call);

    private static bool StartsTask(IInvocationOperation call)
    {
        if (call.Type is not INamedTypeSymbol { SpecialType: SpecialType.None } type || !IsTask(type))
            return false;
        var method = call.TargetMethod;

        // 'Interlocked.Exchange(ref task, other)' hands out what somebody has stored: it starts nothing.
        if (method.MethodKind != MethodKind.DelegateInvoke && method.OriginalDefinition.ReturnType is ITypeParameterSymbol)
            return false;
        return !PassesOn(method) && !IsComplete(method);
    }

    private static bool IsDroppedFrom(IOperation value)
    {
        while (value.Parent is { } parent)
        {
            switch (parent)
            {
                case IConversionOperation { OperatorMethod: null } or ICoalesceOperation:
                case IConditionalAccessOperation access when access.WhenNotNull == value:
                case IConditionalOperation conditional when conditional.Condition != value:
                case ISwitchExpressionArmOperation or ISwitchExpressionOperation:
                case IInvocationOperation call when call.Instance == value && PassesOn(call.TargetMethod):
                    value = parent;
                    break;
                case IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } call } when PassesOn(call.TargetMethod):
                    value = call;
                    break;
                case IExpressionStatementOperation:
                    return true;
                case ISimpleAssignmentOperation { Target: IDiscardOperation, Parent: IExpressionStatementOperation }:
                    return true;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target, Parent: IExpressionStatementOperation }:
                    return IsNeverRead(parent, target.Local);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Parent.Parent: IVariableDeclarationGroupOperation { Parent: IBlockOperation } } local }:
                    return IsNeverRead(local, local.Symbol);
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool IsNeverRead(IOperation inside, ILocalSymbol local) =>
        LocalUses.Scope(inside, local) is { } scope && LocalUses.References(scope, local).All(IsIgnored);

    /// <summary>The mention only assigns the local, discards it or names it.</summary>
    private static bool IsIgnored(ILocalReferenceOperation reference)
    {
        IOperation at = reference;
        while (at.Parent is IConversionOperation)
            at = at.Parent;
        return at.Parent switch
        {
            INameOfOperation => true,
            ISimpleAssignmentOperation { Parent: IExpressionStatementOperation } assignment => assignment.Target == at || assignment.Target is IDiscardOperation,
            _ => false,
        };
    }

    /// <summary>The result stands for the same work.</summary>
    private static bool PassesOn(IMethodSymbol method) =>
        method.Name is "ConfigureAwait" or "AsTask" or "Preserve" or "WaitAsync" or "Unwrap" or "AsValueTask" && IsInTasks(method.ContainingType);

    /// <summary>There is nothing to wait for.</summary>
    private static bool IsComplete(IMethodSymbol method) =>
        method.Name is "FromResult" or "FromException" or "FromCanceled" && IsInTasks(method.ContainingType);

    private static bool IsTask(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.Name is "Task" or "ValueTask" && IsInTasks(at))
                return true;
        }

        return false;
    }

    private static bool IsInTasks(INamedTypeSymbol type) => TypeNames.Namespace(type) == "System.Threading.Tasks";
}
