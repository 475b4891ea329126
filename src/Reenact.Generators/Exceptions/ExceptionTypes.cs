using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Reenact.Generators.Incremental;
using Reenact.Generators.Models;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Exceptions;

/// <summary>Finds exception types that code throws or catches and that emitted code can make again.</summary>
internal static class ExceptionTypes
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileExceptions> ByTree = new();

    /// <summary>One for each type, by name. Files that did not change are not read again, nor names that were bound before.</summary>
    public static EquatableArray<ExceptionModel> In(Compilation compilation, CancellationToken cancellationToken)
    {
        var declarations = CompilationDeclarations.Of(compilation);
        var all = new SortedDictionary<string, ExceptionModel>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var exception in ByTree.GetValue(tree, static _ => new FileExceptions()).In(tree, compilation, declarations, cancellationToken))
                all[exception.FullName] = exception; // Whether it can be made, all places agree on; only what is caught is named when not.
        }

        return all.Values.ToEquatableArray();
    }

    /// <summary>
    /// Reads the type that a name stands for; null for types the runtime knows itself and for those that can't be made. The name is
    /// looked up in its type declaration, so that no body needs to be bound.
    /// </summary>
    public static ExceptionModel? Read(NamedException named, SemanticModel semantics)
    {
        var position = named.Type switch
        {
            null => semantics.SyntaxTree.GetRoot().FullSpan.End,
            { OpenBraceToken.Span.Length: > 0 } type => type.OpenBraceToken.Span.End,
            { } type => type.SpanStart,
        };
        var name = SyntaxFactory.ParseTypeName(named.Name, options: semantics.SyntaxTree.Options);
        return semantics.GetSpeculativeTypeInfo(position, name, SpeculativeBindingOption.BindAsTypeOrNamespace).Type is INamedTypeSymbol symbol
            ? Read(symbol, named.IsCaught, semantics.Compilation)
            : null;
    }

    private static ExceptionModel? Read(INamedTypeSymbol type, bool isCaught, Compilation compilation)
    {
        if (IsKnownToRuntime(type) || ContainingTypes.Outwards(type).Any(static each => each.IsGenericType || each.IsFileLocal) || !IsException(type))
            return null;

        var obstacle = type.IsAbstract ? "it is abstract"
            : !compilation.IsSymbolAccessibleWithin(type, compilation.Assembly) ? "emitted code can't reach it"
            : HasRequiredMembers(type) ? "it has required members"
            : null;
        var properties = obstacle is null ? ExceptionProperties.Of(type, compilation) : [];
        var creation = obstacle is null ? ExceptionCreation.Of(type, properties, compilation) : null;
        if (creation is null)
        {
            return isCaught
                ? new ExceptionModel(TypeNames.Declaration(type), TypeNames.InCode(type), null, [], obstacle ?? "none of its constructors can be called with what is recorded")
                : null;
        }

        return new ExceptionModel(
            TypeNames.Declaration(type), TypeNames.InCode(type), creation, properties.Select(ExceptionProperties.Model).ToEquatableArray(), Obstacle: null);
    }

    private static bool IsKnownToRuntime(INamedTypeSymbol type)
    {
        var space = TypeNames.Namespace(type);
        var assembly = type.ContainingAssembly?.Name ?? "";
        return space == "System"
            || space.StartsWith("System.", StringComparison.Ordinal)
            || assembly.StartsWith("System.", StringComparison.Ordinal)
            || assembly == "Reenact";
    }

    private static bool IsException(INamedTypeSymbol type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (at.Name == "Exception" && TypeNames.Namespace(at) == "System")
                return true;
        }

        return false;
    }

    private static bool HasRequiredMembers(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.GetMembers().Any(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
                return true;
        }

        return false;
    }
}
