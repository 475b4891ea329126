using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>
/// Walks the code of one body that may run: without local functions that nothing uses, lambdas that nothing can call, and what runs only
/// when it is recorded. Not recursive, so that no code is too deep. For one body; not thread-safe.
/// </summary>
internal sealed class LiveCode(ReenactSymbols symbols, ConditionalCalls conditionals, SemanticModel model, CancellationToken cancellationToken)
{
    private readonly Stack<IOperation> left = new();
    private readonly HashSet<ISymbol> localFunctions = new(SymbolEqualityComparer.Default);

    public IEnumerable<IOperation> Walk(IEnumerable<IOperation> bodies)
    {
        foreach (var body in bodies)
        {
            left.Push(body);
            while (left.Count > 0)
            {
                var operation = left.Pop();
                yield return operation;
                foreach (var child in operation.ChildOperations.Reverse())
                {
                    if (MayRun(child))
                        left.Push(child);
                }

                if (LocalFunction(operation) is { } used && localFunctions.Add(used))
                    Enter(used);
            }
        }
    }

    private void Enter(IMethodSymbol localFunction)
    {
        if (localFunction.FirstDeclaration() is { } declaration && declaration.SyntaxTree == model.SyntaxTree
            && model.GetOperation(declaration, cancellationToken) is { } body)
        {
            left.Push(body);
        }
    }

    private static IMethodSymbol? LocalFunction(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } called } => called.OriginalDefinition,
        IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } named } => named.OriginalDefinition,
        _ => null,
    };

    private bool MayRun(IOperation operation) => operation switch
    {
        INameOfOperation or ILocalFunctionOperation => false,
        IDelegateCreationOperation created => !Delegates.NeverRuns(created, symbols),
        IAnonymousFunctionOperation { Parent: IConversionOperation conversion } => !Delegates.IsExpressionTree(conversion.Type),
        IInvocationOperation call => !conditionals.IsLeftOut(call),
        _ => true,
    };
}
