using Microsoft.CodeAnalysis;
using Reenact.Generators.Models;

namespace Reenact.Generators.Shapes;

/// <summary>What a method results in.</summary>
/// <param name="Kind">How the result comes.</param>
/// <param name="Type">Its type, without the task; null for none.</param>
internal readonly record struct MethodResult(ReturnKind Kind, ITypeSymbol? Type)
{
    public static MethodResult Of(IMethodSymbol method, KnownTypes known)
    {
        if (method.ReturnsVoid)
            return new MethodResult(ReturnKind.Direct, null);

        var type = method.ReturnType.OriginalDefinition;
        if (Same(type, known.Task))
            return new MethodResult(ReturnKind.Task, null);

        if (Same(type, known.ValueTask))
            return new MethodResult(ReturnKind.ValueTask, null);

        if (Same(type, known.TaskOfT))
            return new MethodResult(ReturnKind.Task, ((INamedTypeSymbol)method.ReturnType).TypeArguments[0]);

        if (Same(type, known.ValueTaskOfT))
            return new MethodResult(ReturnKind.ValueTask, ((INamedTypeSymbol)method.ReturnType).TypeArguments[0]);

        return new MethodResult(ReturnKind.Direct, method.ReturnType);
    }

    private static bool Same(ITypeSymbol type, INamedTypeSymbol? known) => SymbolEqualityComparer.Default.Equals(type, known);
}
