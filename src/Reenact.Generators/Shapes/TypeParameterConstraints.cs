using Microsoft.CodeAnalysis;

namespace Reenact.Generators.Shapes;

/// <summary>Constraints of a method's type parameters, which both parts of a partial method must state.</summary>
internal static class TypeParameterConstraints
{
    /// <summary>The clauses of the implementing part.</summary>
    public static IEnumerable<string> OfDeclaration(IMethodSymbol method) =>
        Clauses(method.TypeParameters, method.IsOverride ? Inherited : Stated);

    /// <summary>The clauses of a method of its own that has the same type parameters.</summary>
    public static IEnumerable<string> Of(IMethodSymbol method) => Clauses(method.TypeParameters, Stated);

    /// <summary>The clauses of an explicit implementation, which inherits its constraints as an override does.</summary>
    public static IEnumerable<string> OfExplicitImplementation(IMethodSymbol method) => Clauses(method.TypeParameters, Inherited);

    /// <summary>The clauses of a type of its own that has these type parameters.</summary>
    public static IEnumerable<string> Of(IEnumerable<ITypeParameterSymbol> parameters) => Clauses(parameters, Stated);

    private static IEnumerable<string> Clauses(IEnumerable<ITypeParameterSymbol> parameters, Func<ITypeParameterSymbol, IEnumerable<string>> constraintsOf)
    {
        foreach (var parameter in parameters)
        {
            var constraints = constraintsOf(parameter).ToList();
            if (constraints.Count > 0)
                yield return $"where {TypeNames.Identifier(parameter.Name)} : {string.Join(", ", constraints)}";
        }
    }

    /// <summary>An override inherits its constraints; C# lets it repeat only what tells <c>T?</c> apart.</summary>
    private static IEnumerable<string> Inherited(ITypeParameterSymbol parameter)
    {
        yield return parameter.IsReferenceType ? "class" : parameter.IsValueType ? "struct" : "default";
    }

    private static IEnumerable<string> Stated(ITypeParameterSymbol parameter)
    {
        if (parameter.HasUnmanagedTypeConstraint)
            yield return "unmanaged";
        else if (parameter.HasValueTypeConstraint)
            yield return "struct";
        else if (parameter.HasReferenceTypeConstraint)
            yield return parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class";
        else if (parameter.HasNotNullConstraint)
            yield return "notnull";

        foreach (var type in parameter.ConstraintTypes)
            yield return TypeNames.InSignature(type);

        if (parameter.HasConstructorConstraint)
            yield return "new()";

        if (parameter.AllowsRefLikeType)
            yield return "allows ref struct";
    }
}
