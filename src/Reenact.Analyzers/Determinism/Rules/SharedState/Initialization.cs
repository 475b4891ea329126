using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Rules.SharedState;

/// <summary>A static constructor fills the static members of its own type before anybody can see them.</summary>
internal static class Initialization
{
    public static bool Runs(IOperation operation, ISymbol member) =>
        operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart) is IMethodSymbol { MethodKind: MethodKind.StaticConstructor } constructor
        && SymbolEqualityComparer.Default.Equals(constructor.ContainingType.OriginalDefinition, member.ContainingType?.OriginalDefinition);
}
