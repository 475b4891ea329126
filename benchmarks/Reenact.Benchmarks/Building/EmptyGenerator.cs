using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.Benchmarks.Building;

/// <summary>Finds the marked methods as <c>RecordedMethodGenerator</c> does, and emits nothing: what the compiler's own part costs.</summary>
internal sealed class EmptyGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        foreach (var attribute in new[] { "Reenact.RecordedAttribute", "Reenact.ReplayedAttribute" })
        {
            var marked = context.SyntaxProvider.ForAttributeWithMetadataName(attribute, static (node, _) => node is MethodDeclarationSyntax, static (_, _) => 1).Collect();
            context.RegisterSourceOutput(marked, static (_, _) => { });
        }
    }
}
