using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Exceptions;

/// <summary>How an exception is made again: by the constructor that takes the most of what is recorded, and by setting what it leaves.</summary>
internal static class ExceptionCreation
{
    /// <summary>What follows <c>new</c>, made from <c>parts</c>; null when no constructor can be called.</summary>
    public static string? Of(INamedTypeSymbol type, List<IPropertySymbol> properties, Compilation compilation)
    {
        List<string>? arguments = null;
        HashSet<IPropertySymbol>? taken = null;
        var best = -1;
        foreach (var constructor in type.InstanceConstructors)
        {
            var used = new HashSet<IPropertySymbol>(SymbolEqualityComparer.Default);
            if (compilation.IsSymbolAccessibleWithin(constructor, compilation.Assembly)
                && Arguments(constructor, properties, used, out var worth) is { } given
                && worth > best)
            {
                (arguments, taken, best) = (given, used, worth);
            }
        }

        if (arguments is null)
            return null;

        var set = properties
            .Where(property => !taken!.Contains(property)
                && property.SetMethod is { } setter
                && compilation.IsSymbolAccessibleWithin(setter, compilation.Assembly))
            .Select(static property => $"{TypeNames.Identifier(property.Name)} = {ExceptionProperties.Read(property)}")
            .ToList();
        var initializer = set.Count == 0 ? "" : $" {{ {string.Join(", ", set)} }}";
        return $"{TypeNames.InCode(type)}({string.Join(", ", arguments)}){initializer}";
    }

    private static List<string>? Arguments(IMethodSymbol constructor, List<IPropertySymbol> properties, HashSet<IPropertySymbol> used, out int worth)
    {
        worth = 0;
        var arguments = new List<string>();
        var (hasMessage, hasInner, skipped) = (false, false, false);
        foreach (var parameter in constructor.Parameters)
        {
            if (parameter.RefKind != RefKind.None)
                return null;

            string? value = null;
            if (properties.FirstOrDefault(property => IsFor(property, parameter)) is { } property)
            {
                used.Add(property);
                value = ExceptionProperties.Read(property);
                worth += 4;
            }
            else if (parameter.Type.SpecialType == SpecialType.System_String && !hasMessage)
            {
                hasMessage = true;
                value = "parts.Message";
                worth += 2;
            }
            else if (!hasInner && parameter.Type is { Name: "Exception" } && TypeNames.Namespace(parameter.Type) == "System")
            {
                hasInner = true;
                value = "parts.Inner";
                worth++;
            }
            else if (!parameter.IsOptional)
            {
                return null;
            }

            skipped |= value is null;
            if (value is not null)
                arguments.Add(skipped ? $"{TypeNames.Identifier(parameter.Name)}: {value}" : value);
        }

        return arguments;
    }

    private static bool IsFor(IPropertySymbol property, IParameterSymbol parameter) =>
        string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase) && SymbolEqualityComparer.Default.Equals(property.Type, parameter.Type);
}
