using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>The type parameters that types leave open.</summary>
internal static class OpenTypes
{
    /// <summary>The open type parameters of types, in the order in which they appear, with those that their constraints name.</summary>
    public static List<ITypeParameterSymbol> ParametersOf(IEnumerable<ITypeSymbol> types)
    {
        var found = new List<ITypeParameterSymbol>();
        foreach (var type in types)
            Add(found, type);

        return found;
    }

    public static bool IsOpen(ITypeSymbol type) => ParametersOf([type]).Count > 0;

    private static void Add(List<ITypeParameterSymbol> found, ITypeSymbol type)
    {
        switch (type)
        {
            case ITypeParameterSymbol parameter:
                if (found.Contains(parameter, SymbolEqualityComparer.Default))
                    return;

                found.Add(parameter);
                foreach (var constraint in parameter.ConstraintTypes)
                    Add(found, constraint);
                break;
            case IArrayTypeSymbol array:
                Add(found, array.ElementType);
                break;
            case INamedTypeSymbol named:
                foreach (var argument in ContainingTypes.Outwards(named).Reverse().SelectMany(static each => each.TypeArguments))
                    Add(found, argument);
                break;
        }
    }
}
