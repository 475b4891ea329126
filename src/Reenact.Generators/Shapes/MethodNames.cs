using Microsoft.CodeAnalysis;

namespace Reenact.Generators.Shapes;

/// <summary>Names of methods.</summary>
internal static class MethodNames
{
    /// <summary><c>FlightTools.Quote</c></summary>
    public static string ForPeople(IMethodSymbol method)
    {
        // An extension block is a type without a name.
        var type = method.ContainingType is { IsExtension: true, ContainingType: { } outer } ? outer : method.ContainingType;
        return $"{type.Name}.{method.Name}";
    }

    /// <summary><c>Acme.Flights.FlightTools.Quote</c>, with arity where there are type parameters.</summary>
    public static string InRecordings(IMethodSymbol method) =>
        $"{TypeNames.Declaration(method.ContainingType)}.{method.Name}{(method.Arity > 0 ? $"`{method.Arity}" : "")}";
}
