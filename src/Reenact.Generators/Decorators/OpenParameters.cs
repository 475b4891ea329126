using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Decorators;

/// <summary>The type parameters of an open generic interface, which its decorator has too.</summary>
internal static class OpenParameters
{
    /// <summary>Those of the types around it first; empty for an interface that is closed or not generic.</summary>
    public static List<ITypeParameterSymbol> Of(INamedTypeSymbol contract) =>
        [.. ContainingTypes.Outwards(contract).Reverse().SelectMany(static type => type.TypeArguments).OfType<ITypeParameterSymbol>()];

    /// <summary>An open interface in a <c>typeof</c>: <c>global::Acme.IRepository&lt;&gt;</c>.</summary>
    public static string Unbound(INamedTypeSymbol contract) => TypeNames.InCode(contract.ConstructUnboundGenericType());

    /// <summary>The same of a class that has all these type parameters itself.</summary>
    public static string Unbound(INamedTypeSymbol contract, string name)
    {
        var space = contract.ContainingNamespace.IsGlobalNamespace ? "" : contract.ContainingNamespace.ToDisplayString() + ".";
        return $"global::{space}{name}<{new string(',', Of(contract).Count - 1)}>";
    }

    /// <summary><c>&lt;T&gt;</c>, or empty.</summary>
    public static string InCode(INamedTypeSymbol contract)
    {
        var parameters = Of(contract);
        return parameters.Count == 0 ? "" : $"<{string.Join(", ", parameters.Select(static each => TypeNames.Identifier(each.Name)))}>";
    }
}
