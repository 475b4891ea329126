using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reenact.Analyzers.Determinism.CallGraph;

namespace Reenact.Analyzers.Calls;

/// <summary>
/// The names that marked methods may have, here and in the assemblies that a compilation refers to. Of source only the text is looked at, and
/// that of a file once, however often others are edited. Thread-safe.
/// </summary>
internal sealed class MarkedNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, string[]> OfTrees = new();
    private static readonly ConditionalWeakTable<IAssemblySymbol, string[]> OfAssemblies = new();

    private readonly Lazy<HashSet<string>> names;

    public MarkedNames(Compilation compilation, ReenactSymbols symbols) => names = new(() => Collect(compilation, symbols));

    public bool Contains(string name) => names.Value.Contains(name);

    private static HashSet<string> Collect(Compilation compilation, ReenactSymbols symbols)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        Add(found, compilation);
        foreach (var reference in compilation.References)
        {
            if (reference is CompilationReference { Compilation: var project })
                Add(found, project);
            else if (compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly && RefersTo(assembly, symbols.Known.RecordedAttribute!.ContainingAssembly))
                found.UnionWith(OfAssemblies.GetValue(assembly, key => [.. Declared(key, symbols).Distinct()]));
        }

        return found;
    }

    private static void Add(HashSet<string> found, Compilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
            found.UnionWith(OfTrees.GetValue(tree, static key => [.. Written(key).Distinct()]));
    }

    private static bool RefersTo(IAssemblySymbol assembly, IAssemblySymbol runtime) =>
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(each => each.Name == runtime.Name));

    private static IEnumerable<string> Declared(IAssemblySymbol assembly, ReenactSymbols symbols) =>
        DeclaredTypes.Of(assembly).SelectMany(static type => type.GetMembers()).Where(member => member is IMethodSymbol && symbols.IsMarked(member)).Select(static member => member.Name);

    /// <summary>What is marked is partial, and has an attribute; what that is called may be an alias.</summary>
    private static IEnumerable<string> Written(SyntaxTree tree) => tree.GetRoot()
        .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
        .OfType<MethodDeclarationSyntax>()
        .Where(static method => method.AttributeLists.Count > 0 && method.Modifiers.Any(SyntaxKind.PartialKeyword))
        .Select(static method => method.Identifier.ValueText);
}
