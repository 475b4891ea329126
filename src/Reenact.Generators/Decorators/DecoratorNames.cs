using System.Text;
using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Decorators;

/// <summary>Names of decorators, which stand in the namespace of their interface.</summary>
internal static class DecoratorNames
{
    /// <summary>
    /// <c>RecordedFlightApi</c> for <c>IFlightApi</c>; the names of types around it come before (<c>RecordedVendorApi</c> for
    /// <c>Vendor.IApi</c>), type arguments after (<c>RecordedRepositoryOfOrder</c>). Where a type has that name already, a number follows.
    /// </summary>
    public static string For(INamedTypeSymbol contract, KnownTypes known)
    {
        var wanted = Wanted(contract);
        var number = 1;
        foreach (var other in RecordedInterfaces.Of(known.Compilation.Assembly))
        {
            if (SymbolEqualityComparer.Default.Equals(other, contract))
                break;

            if (TypeNames.Namespace(other) == TypeNames.Namespace(contract) && Wanted(other) == wanted)
                number++;
        }

        var name = Numbered(wanted, number);
        while (IsTaken(name, contract, known))
            name = Numbered(wanted, ++number);

        return name;
    }

    private static string Numbered(string name, int number) => number == 1 ? name : name + number;

    private static string Wanted(INamedTypeSymbol contract)
    {
        var name = new StringBuilder("Recorded");
        foreach (var outer in ContainingTypes.Outwards(contract).Skip(1).Reverse())
            name.Append(outer.Name);

        name.Append(contract.Name.Length > 1 && contract.Name[0] == 'I' && char.IsUpper(contract.Name[1]) ? contract.Name.Substring(1) : contract.Name);
        AppendArguments(name, contract);
        return name.ToString();
    }

    private static void AppendArguments(StringBuilder name, INamedTypeSymbol type)
    {
        var separator = "Of";
        foreach (var argument in type.TypeArguments.Where(static each => each.TypeKind != TypeKind.TypeParameter))
        {
            name.Append(separator);
            Append(name, argument);
            separator = "And";
        }
    }

    private static void Append(StringBuilder name, ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            name.Append("ArrayOf");
            Append(name, array.ElementType);
            return;
        }

        name.Append(type.Name);
        if (type is INamedTypeSymbol named)
            AppendArguments(name, named);
    }

    private static bool IsTaken(string name, INamedTypeSymbol contract, KnownTypes known)
    {
        var space = TypeNames.Namespace(contract);
        var arity = OpenParameters.Of(contract).Count;
        var metadataName = (space.Length > 0 ? space + "." : "") + name + (arity > 0 ? $"`{arity}" : "");
        return known.Compilation.GetTypesByMetadataName(metadataName)
            .Any(type => known.Compilation.IsSymbolAccessibleWithin(type, known.Compilation.Assembly));
    }
}
