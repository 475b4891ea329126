using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>Finds the code of a member that stands in this compilation. Thread-safe.</summary>
/// <param name="compilation">The compilation.</param>
/// <param name="isAlone">Nothing else asks what the code means, so that nobody could share what is found out.</param>
internal sealed class BodyReader(Compilation compilation, bool isAlone = false)
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> models = [];

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
            foreach (var operation in Read(reference.GetSyntax(cancellationToken), cancellationToken))
                yield return operation;
        }
    }

    /// <summary>The operations at the top of a declaration's code.</summary>
    public IEnumerable<IOperation> Read(SyntaxNode declaration, CancellationToken cancellationToken)
    {
        foreach (var code in CodeOf(declaration))
        {
            if (Model(declaration.SyntaxTree).GetOperation(code, cancellationToken) is { } operation)
                yield return operation;
        }
    }

    /// <summary>The model of a file, made once.</summary>
    public SemanticModel Model(SyntaxTree tree) =>
#pragma warning disable RS1030 // What a root reaches stands in other trees than the one at hand; each model is made once per compilation.
#pragma warning disable RSEXPERIMENTAL001 // No rule asks what may be null, and finding that out is a third of the work; other analyzers could not share such a model.
        models.GetOrAdd(tree, key => compilation.GetSemanticModel(key, isAlone ? SemanticModelOptions.DisableNullableAnalysis : SemanticModelOptions.None));
#pragma warning restore RSEXPERIMENTAL001
#pragma warning restore RS1030

    private static IEnumerable<SyntaxNode> CodeOf(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax => [declaration],
        VariableDeclaratorSyntax { Initializer: { } initializer } => [initializer],
        PropertyDeclarationSyntax { Initializer: { } initializer } => [initializer],
        // A primary constructor: of its own it runs nothing but the arguments for its base.
        TypeDeclarationSyntax type => type.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>() ?? [],
        CompilationUnitSyntax unit => unit.Members.OfType<GlobalStatementSyntax>().Any() ? [unit] : [],
        _ => [],
    };
}
