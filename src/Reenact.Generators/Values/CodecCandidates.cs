using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>The types for which a person can write a codec where the generator can't, by what their public members show.</summary>
internal static class CodecCandidates
{
    private static readonly HashSet<string> NoData = new(StringComparer.Ordinal)
    {
        "System.Exception",
        "System.Type",
        "System.IO.Stream",
        "System.Threading.Tasks.Task",
        "System.Collections.IEnumerable",
        "System.IDisposable",
        "System.IAsyncDisposable",
    };

    /// <summary>The documentation id of such a type; null for other types. Generic ones, collections and resources need more than their members.</summary>
    public static string? IdOf(INamedTypeSymbol type, KnownTypes known) =>
        type is { TypeKind: TypeKind.Interface or TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None, IsAnonymousType: false }
        && !IsGeneric(type)
        && !type.IsTupleType
        && !type.IsStatic
        && !type.IsRefLikeType
        && !type.AllInterfaces.Any(IsNoData)
        && !IsNoDataItself(type)
        && CanBeNamed(type, known)
            ? type.GetDocumentationCommentId()
            : null;

    /// <summary>Says what could be done about a failure within a type: a codec for it, or leaving the member out that the path begins with.</summary>
    public static ValueFailure Complete(ValueFailure failure, INamedTypeSymbol holder, KnownTypes known) => failure with
    {
        CodecType = failure.CodecType ?? IdOf(holder, known),
        Member = FirstMember(failure.Path, holder)?.OriginalDefinition.GetDocumentationCommentId(),
    };

    private static ISymbol? FirstMember(string path, INamedTypeSymbol holder)
    {
        if (path.Length == 0 || path[0] != '.')
            return null;

        var end = path.IndexOfAny(['.', '['], 1);
        var name = path.Substring(1, (end < 0 ? path.Length : end) - 1);
        for (var type = holder; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).FirstOrDefault(static member => member is IPropertySymbol or IFieldSymbol) is { } member)
                return member;
        }

        return null;
    }

    private static bool IsGeneric(INamedTypeSymbol type) => type.Arity > 0 || (type.ContainingType is { } outer && IsGeneric(outer));

    private static bool IsNoDataItself(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (IsNoData(at))
                return true;
        }

        return false;
    }

    private static bool IsNoData(INamedTypeSymbol type) => NoData.Contains(TypeNames.Declaration(type.OriginalDefinition));

    private static bool CanBeNamed(INamedTypeSymbol type, KnownTypes known)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.IsFileLocal)
                return false;
        }

        return known.Compilation.IsSymbolAccessibleWithin(type, known.Compilation.Assembly);
    }
}
