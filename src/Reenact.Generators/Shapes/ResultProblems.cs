using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.Generators.Shapes;

/// <summary>Finds results that come in a way that can't be recorded.</summary>
internal static class ResultProblems
{
    /// <summary>The reason as a predicate of the method, and the remedy; null when there is nothing to say.</summary>
    public static (string Reason, string Remedy)? Find(IMethodSymbol method, KnownTypes known)
    {
        var type = MethodResult.Of(method, known).Type ?? method.ReturnType;
        if (type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer)
            return ("returns a pointer, which means nothing in another process", "Return the data it points to");

        if (type.IsRefLikeType)
            return ($"returns the ref struct {TypeNames.Short(type)}, which can't be kept", "Return an array or a ReadOnlyMemory");

        if (type is not INamedTypeSymbol named)
            return null;

        if (IsStream(named))
            return ($"returns a {TypeNames.Short(named)}, which is read once and is gone", "Return byte[] or ReadOnlyMemory<byte>");

        return (TypeNames.Namespace(named), named.Name) switch
        {
            ("System.Collections.Generic", "IAsyncEnumerable" or "IAsyncEnumerator") =>
                ($"returns an {TypeNames.Short(named)}; streams are not supported yet", "Return a list"),
            ("System.Collections.Generic" or "System.Collections", "IEnumerator") =>
                ($"returns an {TypeNames.Short(named)}, which is read once and is gone", "Return a list"),
            ("System.Collections.Generic", "IEnumerable") when CoreIsIterator(method) =>
                ("returns what an iterator yields, which would run twice", "Return a list"),
            _ => null,
        };
    }

    private static bool IsStream(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.Name == "Stream" && TypeNames.Namespace(at) == "System.IO")
                return true;
        }

        return false;
    }

    private static bool CoreIsIterator(IMethodSymbol method) =>
        CoreMethod.Find(method) is { } core && core.DeclaringSyntaxReferences.Any(static reference =>
            reference.GetSyntax().DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
                .Any(static node => node is YieldStatementSyntax));
}
