using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Determinism.Rules.Enumeration;

/// <summary>Methods outside of LINQ that take sequences, and do something else with them than the type of their parameter suggests.</summary>
internal static class KnownCalls
{
    /// <summary>The order changes nothing, or another rule reports the call.</summary>
    public static bool IgnoresOrder(IMethodSymbol method, SequenceForm form) => method.ContainingType switch
    {
        { SpecialType: SpecialType.System_Array } => method.Name is "Sort" or "Exists" or "TrueForAll" or "BinarySearch",
        { SpecialType: SpecialType.System_Object } => true,
        { Name: "MemoryExtensions" } => method.Name is "Sort" or "Contains" or "ContainsAny",
        { Name: "ArgumentNullException" or "ArgumentException" } => method.Name.StartsWith("ThrowIf", StringComparison.Ordinal),
        // All of them are awaited; without results, in whatever order. A query starts them in its order.
        { Name: "Task" } => method is { Name: "WhenAll", IsGenericMethod: false } && form == SequenceForm.Collection,
        // REEN2005.
        { Name: "Parallel" or "ParallelEnumerable" or "Partitioner" } => true,
        _ => false,
    };

    /// <summary>The result is a list of the elements in their order.</summary>
    public static bool MakesList(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor
        ? method.ContainingType is { MetadataName: "List`1" } list && TypeNames.Namespace(list) == "System.Collections.Generic"
        : method.Name is "AsReadOnly" or "AsSpan" or "AsMemory"
            || (method.ContainingType is { Name: "ImmutableArray" or "ImmutableList" } made
                && method.Name is "CreateRange" or "ToImmutableArray" or "ToImmutableList"
                && TypeNames.Namespace(made) == "System.Collections.Immutable");

    /// <summary>Writes all of what it is given, whatever its type.</summary>
    public static bool IsSerializer(IMethodSymbol method) => method.ContainingType.Name switch
    {
        "JsonSerializer" or "JsonConvert" => method.Name.StartsWith("Serialize", StringComparison.Ordinal),
        "JsonContent" => method.Name == "Create",
        _ => false,
    };
}
