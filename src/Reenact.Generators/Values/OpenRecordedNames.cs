using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>
/// The names of recorded methods that have type parameters, of their own or of their types, and of such types; and of methods that record values of
/// their type parameters. Code is bound only where one of these names stands. Kept for each syntax tree and each referenced assembly, so that an
/// edit looks at one file.
/// </summary>
internal sealed class OpenRecordedNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, string[]> ByTree = new();
    private static readonly ConditionalWeakTable<IAssemblySymbol, string[]> ByAssembly = new();
    private static readonly ConditionalWeakTable<IAssemblySymbol, string[]> InferredByRuntime = new();
    private static readonly ConditionalWeakTable<IAssemblySymbol, string[]> NamedByRuntime = new();

    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> namedOnly = new(StringComparer.Ordinal);

    private OpenRecordedNames()
    {
    }

    /// <summary>Whether what has this name may be recorded.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isGeneric">Whether type arguments follow it; if not, only those that arguments tell can be meant.</param>
    public bool Contains(string name, bool isGeneric) => names.Contains(name) || (isGeneric && namedOnly.Contains(name));

    public static OpenRecordedNames Of(Compilation compilation, KnownTypes known)
    {
        var found = new OpenRecordedNames();
        foreach (var tree in compilation.SyntaxTrees)
            found.names.UnionWith(ByTree.GetValue(tree, static key => [.. InTree(key)]));

        if (known.RecordedAttribute?.ContainingAssembly is not { } runtime)
            return found;

        found.names.UnionWith(InferredByRuntime.GetValue(runtime, key => [.. InRuntime(key.GlobalNamespace, known, inferred: true)]));
        found.namedOnly.UnionWith(NamedByRuntime.GetValue(runtime, key => [.. InRuntime(key.GlobalNamespace, known, inferred: false)]));
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (assembly.Modules.Any(module => module.ReferencedAssemblies.Any(each => each.Name == runtime.Name)))
                found.names.UnionWith(ByAssembly.GetValue(assembly, key => [.. InTypes(key.GlobalNamespace, known)]));
        }

        return found;
    }

    /// <summary>
    /// The names of methods of the runtime that need codecs for their type arguments: those whose arguments tell them, or those that are
    /// called with type arguments always. So <c>Read&lt;T&gt;()</c> doesn't have every <c>Read(…)</c> bound.
    /// </summary>
    private static IEnumerable<string> InRuntime(INamespaceOrTypeSymbol within, KnownTypes known, bool inferred)
    {
        foreach (var member in within.GetMembers())
        {
            if (member is INamespaceOrTypeSymbol inner)
            {
                foreach (var name in InRuntime(inner, known, inferred))
                    yield return name;
            }
            else if (member is IMethodSymbol { IsGenericMethod: true } method && KnownTypes.Find(method, known.RecordedTypeArgumentsAttribute) is not null
                && (OpenTypes.ParametersOf(method.Parameters.Select(static parameter => parameter.Type)).Count > 0) == inferred)
            {
                yield return method.Name;
            }
        }
    }

    private static IEnumerable<string> InTree(SyntaxTree tree)
    {
        var declarations = tree.GetRoot().DescendantNodes(static node =>
            node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax);
        foreach (var method in declarations.OfType<MethodDeclarationSyntax>().Where(IsMarked))
        {
            var types = method.Ancestors().OfType<TypeDeclarationSyntax>().Where(static type => type.TypeParameterList is not null).ToList();
            if (method.TypeParameterList is not null || types.Count > 0)
                yield return method.Identifier.ValueText;

            foreach (var type in types)
                yield return type.Identifier.ValueText;
        }
    }

    private static bool IsMarked(MethodDeclarationSyntax method) => method.AttributeLists.Any(static list => list.Attributes.Any(
        static attribute => LastPart(attribute.Name) is "Recorded" or "RecordedAttribute" or "Replayed" or "ReplayedAttribute"
            or "RecordedTypeArguments" or "RecordedTypeArgumentsAttribute"));

    private static string LastPart(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };

    private static IEnumerable<string> InTypes(INamespaceOrTypeSymbol within, KnownTypes known)
    {
        foreach (var member in within.GetMembers())
        {
            if (member is INamespaceOrTypeSymbol inner)
            {
                foreach (var name in InTypes(inner, known))
                    yield return name;
            }
            else if (member is IMethodSymbol method && (method.IsGenericMethod || method.ContainingType.IsGenericType)
                && (KnownTypes.Find(method, known.RecordedAttribute) ?? KnownTypes.Find(method, known.ReplayedAttribute)
                    ?? KnownTypes.Find(method, known.RecordedTypeArgumentsAttribute)) is not null)
            {
                yield return method.Name;
                foreach (var type in ContainingTypes.Outwards(method.ContainingType).Where(static each => each.Arity > 0))
                    yield return type.Name;
            }
        }
    }
}
