using Microsoft.CodeAnalysis;
using Reenact.Generators.Models;

namespace Reenact.Generators.Shapes;

/// <summary>What a method results in.</summary>
/// <param name="Kind">How the result comes.</param>
/// <param name="Type">Its type, without the task; of a stream, its items'; null for none.</param>
internal readonly record struct MethodResult(ReturnKind Kind, ITypeSymbol? Type)
{
    /// <summary>How it is read to its end before it is recorded.</summary>
    public ResultReading Reading => Type switch
    {
        _ when Kind == ReturnKind.Stream => ResultReading.None,
        { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } => ResultReading.Sequence,
        { Name: "Stream" or "MemoryStream" } type when TypeNames.Declaration((INamedTypeSymbol)type) is "System.IO.Stream" or "System.IO.MemoryStream" => ResultReading.Content,
        _ => ResultReading.None,
    };

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

        if (Same(type, known.AsyncEnumerable))
            return new MethodResult(ReturnKind.Stream, ((INamedTypeSymbol)method.ReturnType).TypeArguments[0]);

        return new MethodResult(ReturnKind.Direct, method.ReturnType);
    }

    private static bool Same(ITypeSymbol type, INamedTypeSymbol? known) => SymbolEqualityComparer.Default.Equals(type, known);
}
