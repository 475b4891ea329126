using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>Finds the code of a member that stands in this compilation. Not thread-safe.</summary>
internal sealed class BodyReader(Compilation compilation)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> models = [];

    /// <summary>The one symbol that stands for a member, whichever part or construction of it was met.</summary>
    public static ISymbol Canonical(ISymbol member) => member.OriginalDefinition switch
    {
        IMethodSymbol { PartialDefinitionPart: { } declaration } => declaration,
        IPropertySymbol { PartialDefinitionPart: { } declaration } => declaration,
        var definition => definition,
    };

    /// <summary>Whether the member was written in this compilation; a project reference's source was not.</summary>
    public bool IsOurs(ISymbol member) => SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, compilation.Assembly);

    /// <summary>The operations at the top of the member's code; none where it has no body.</summary>
    public IEnumerable<IOperation> Read(ISymbol member, CancellationToken cancellationToken)
    {
        var written = member switch
        {
            IMethodSymbol { PartialImplementationPart: { } body } => body,
            IPropertySymbol { PartialImplementationPart: { } body } => body,
            _ => member,
        };
        foreach (var reference in written.DeclaringSyntaxReferences)
        {
            if (!compilation.ContainsSyntaxTree(reference.SyntaxTree))
                continue;
            var model = Model(reference.SyntaxTree);
            foreach (var code in CodeOf(reference.GetSyntax(cancellationToken)))
            {
                if (model.GetOperation(code, cancellationToken) is { } operation)
                    yield return operation;
            }
        }
    }

    private static IEnumerable<SyntaxNode> CodeOf(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax => [declaration],
        VariableDeclaratorSyntax { Initializer: { } initializer } => [initializer],
        PropertyDeclarationSyntax { Initializer: { } initializer } => [initializer],
        // A primary constructor: of its own it runs nothing but the arguments for its base.
        TypeDeclarationSyntax type => type.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>() ?? [],
        _ => [],
    };

    private SemanticModel Model(SyntaxTree tree)
    {
        if (!models.TryGetValue(tree, out var model))
        {
#pragma warning disable RS1030 // What a root reaches stands in other trees than the one at hand; each model is made once per compilation.
            models.Add(tree, model = compilation.GetSemanticModel(tree));
#pragma warning restore RS1030
        }

        return model;
    }
}
