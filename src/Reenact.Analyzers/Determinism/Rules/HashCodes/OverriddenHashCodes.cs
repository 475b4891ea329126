using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules.HashCodes;

/// <summary>Judges a <c>GetHashCode</c> of the compilation by the hash codes that its body is made of. Thread-safe.</summary>
internal sealed class OverriddenHashCodes(Compilation compilation, Func<IOperation, HashCodeStability> judge)
{
    public HashCodeStability Of(IMethodSymbol method)
    {
        foreach (var reference in method.OriginalDefinition.DeclaringSyntaxReferences)
        {
            // Source of another project is not at hand.
            if (!compilation.ContainsSyntaxTree(reference.SyntaxTree))
                continue;
#pragma warning disable RS1030 // The override stands in another tree than its call; each is read once per compilation.
            var body = compilation.GetSemanticModel(reference.SyntaxTree).GetOperation(reference.GetSyntax());
#pragma warning restore RS1030
            if (body?.Descendants().Any(operation => judge(operation) == HashCodeStability.Unstable) == true)
                return HashCodeStability.Unstable;
        }

        return HashCodeStability.Stable;
    }
}
