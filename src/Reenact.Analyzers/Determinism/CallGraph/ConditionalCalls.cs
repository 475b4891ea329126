using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>
/// Calls that the compiler leaves out, with their arguments: <c>[Conditional("DEBUG")]</c> where DEBUG isn't defined, and partial methods
/// without a body. Thread-safe.
/// </summary>
internal sealed class ConditionalCalls
{
    private readonly ConcurrentDictionary<IMethodSymbol, string[]> conditions = new(SymbolEqualityComparer.Default);

    public bool IsLeftOut(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!method.ReturnsVoid)
            return false;
        if (method.OriginalDefinition is { IsPartialDefinition: true, PartialImplementationPart: null })
            return true;
        return conditions.GetOrAdd(method.OriginalDefinition, ConditionsOf) is { Length: > 0 } symbols
            && !symbols.Intersect(call.Syntax.SyntaxTree.Options.PreprocessorSymbolNames).Any();
    }

    private static string[] ConditionsOf(IMethodSymbol method) =>
    [
        .. method.GetAttributes()
            .Where(static attribute => attribute.AttributeClass is { Name: "ConditionalAttribute", ContainingNamespace.Name: "Diagnostics" })
            .Select(static attribute => attribute.ConstructorArguments.FirstOrDefault().Value as string ?? ""),
    ];
}
