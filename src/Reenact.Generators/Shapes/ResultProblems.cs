using Microsoft.CodeAnalysis;
using Reenact.Generators.Models;

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

        if (MethodResult.Of(method, known) is { Kind: not ReturnKind.Stream, Reading: ResultReading.None } && IsStream(named))
        {
            return (
                $"returns a {TypeNames.Short(named)}, which can't be made again from its content",
                "Return a Stream, whose content is recorded, byte[] or ReadOnlyMemory<byte>");
        }

        return (TypeNames.Namespace(named), named.Name) switch
        {
            ("System.Collections.Generic", "IAsyncEnumerable") when MethodResult.Of(method, known).Kind != ReturnKind.Stream =>
                ($"returns an {TypeNames.Short(named)} through a task", "Return the stream itself, and await within the core what comes before its first item"),
            ("System.Collections.Generic", "IAsyncEnumerator") =>
                ($"returns an {TypeNames.Short(named)}, which is read once and is gone", "Return an IAsyncEnumerable, or a list"),
            ("System.Collections.Generic" or "System.Collections", "IEnumerator") =>
                ($"returns an {TypeNames.Short(named)}, which is read once and is gone", "Return a list"),
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
}
