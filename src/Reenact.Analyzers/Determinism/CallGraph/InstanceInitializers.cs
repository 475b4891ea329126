using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>Finds the fields and properties whose initializers run with a constructor.</summary>
internal static class InstanceInitializers
{
    public static IEnumerable<ISymbol> RunBy(IMethodSymbol constructor)
    {
        // A constructor that starts with ': this(…)' leaves them to the other one.
        var delegates = constructor.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax() is ConstructorDeclarationSyntax { Initializer: { } initializer } && initializer.IsKind(SyntaxKind.ThisConstructorInitializer));
        if (delegates)
            return [];
        return constructor.ContainingType.GetMembers().Where(member => !member.IsStatic && member is IFieldSymbol { IsImplicitlyDeclared: false } or IPropertySymbol);
    }
}
