using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>Walks code without recursion, so that no source is too deep, and leaves out what replay does not run.</summary>
internal static class OperationTree
{
    public static IEnumerable<IOperation> Walk(IOperation root, ReenactSymbols symbols)
    {
        var left = new Stack<IOperation>();
        left.Push(root);
        while (left.Count > 0)
        {
            var operation = left.Pop();
            yield return operation;
            foreach (var child in operation.ChildOperations.Reverse())
            {
                if (RunsOnReplay(child, symbols))
                    left.Push(child);
            }
        }
    }

    private static bool RunsOnReplay(IOperation operation, ReenactSymbols symbols) => operation switch
    {
        INameOfOperation => false,
        IArgumentOperation { Parent: IInvocationOperation call, Value: IDelegateCreationOperation } => !symbols.IsCapture(call.TargetMethod),
        _ => true,
    };
}
