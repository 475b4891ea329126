using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Data;

/// <summary>Recognises code that changes an object in place.</summary>
internal static class Mutations
{
    /// <summary>A method of the framework that changes its receiver.</summary>
    public static bool IsMutator(IMethodSymbol method)
    {
        if (method.Name is not ("Add" or "AddRange" or "Remove" or "RemoveAt" or "Clear" or "Insert" or "Enqueue" or "Dequeue" or "TryDequeue" or "Push"
            or "Pop" or "TryPop" or "TryTake" or "MoveNext" or "Append" or "AppendLine" or "Sort" or "Reverse"))
        {
            return false;
        }

        var space = TypeNames.Namespace(method.ContainingType);
        return method.Name == "MoveNext"
            || method.ContainingType.Name == "StringBuilder"
            || (space.StartsWith("System.Collections", StringComparison.Ordinal) && space != "System.Collections.Immutable");
    }

    /// <summary>Whether an operation changes the object that a local refers to, or an object within it.</summary>
    public static bool Changes(IOperation operation, ILocalSymbol local) => operation switch
    {
        IAssignmentOperation { Target: not ILocalReferenceOperation } assignment => IsWithin(assignment.Target, local),
        IIncrementOrDecrementOperation { Target: not ILocalReferenceOperation } step => IsWithin(step.Target, local),
        IInvocationOperation { Instance: { } receiver } call => IsMutator(call.TargetMethod) && IsWithin(receiver, local),
        _ => false,
    };

    private static bool IsWithin(IOperation target, ILocalSymbol local)
    {
        while (true)
        {
            switch (Sequences.Unwrap(target))
            {
                case ILocalReferenceOperation reference:
                    return SymbolEqualityComparer.Default.Equals(reference.Local, local);
                case IMemberReferenceOperation { Instance: { } instance }:
                    target = instance;
                    break;
                case IArrayElementReferenceOperation element:
                    target = element.ArrayReference;
                    break;
                default:
                    return false;
            }
        }
    }
}
