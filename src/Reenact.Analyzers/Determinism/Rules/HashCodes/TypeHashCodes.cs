using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Determinism.Rules.HashCodes;

/// <summary>Tells by its type how stable a value's hash code is. One instance per compilation; thread-safe.</summary>
/// <param name="overrides">Judges a <c>GetHashCode</c> that was written in the compilation.</param>
internal sealed class TypeHashCodes(Func<IMethodSymbol, HashCodeStability> overrides)
{
    private readonly Dictionary<ITypeSymbol, HashCodeStability> known = new(SymbolEqualityComparer.Default);

    public HashCodeStability Of(ITypeSymbol type)
    {
        // Explicit calls are rare, so threads can wait for each other.
        lock (known)
        {
            if (known.TryGetValue(type, out var found))
                return found;

            // A type that contains itself is judged by its other parts.
            known[type] = HashCodeStability.Stable;
            return known[type] = Decide(type);
        }
    }

    private HashCodeStability Decide(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol => HashCodeStability.Unstable,
        IDynamicTypeSymbol => HashCodeStability.Open,
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.Any(static constraint => constraint.SpecialType == SpecialType.System_Enum)
            ? HashCodeStability.Stable
            : HashCodeStability.Open,
        INamedTypeSymbol { TypeKind: TypeKind.Enum } => HashCodeStability.Stable,
        INamedTypeSymbol { TypeKind: TypeKind.Delegate } => HashCodeStability.Unstable,
        INamedTypeSymbol { TypeKind: TypeKind.Interface } => HashCodeStability.Open,
        INamedTypeSymbol { IsAnonymousType: true } anonymous => Parts(anonymous.GetMembers().OfType<IPropertySymbol>().Select(static part => part.Type)),
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named => OfMethod(named),
        _ => HashCodeStability.Stable,
    };

    private HashCodeStability OfMethod(INamedTypeSymbol type)
    {
        if (ByParts(type) is { IsDefault: false } parts)
            return Parts(parts);
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (Own(at) is not { } method)
                continue;
            if (at.SpecialType == SpecialType.System_Object)
                return type.IsAbstract || type.SpecialType == SpecialType.System_Object ? HashCodeStability.Open : HashCodeStability.Unstable;
            return at.SpecialType == SpecialType.System_ValueType ? HashCodeStability.Unstable : OfOverride(at, method);
        }

        return HashCodeStability.Stable;
    }

    private HashCodeStability OfOverride(INamedTypeSymbol type, IMethodSymbol method)
    {
        if (!type.IsRecord || !IsSynthesized(method))
            return MeasuredHashCodes.Differs(type) ? HashCodeStability.Unstable : overrides(method);

        // Of a class the hash code of its 'Type' is a part, which tells objects apart.
        return type.IsReferenceType
            ? HashCodeStability.Unstable
            : Parts(type.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic).Select(static field => field.Type));
    }

    /// <summary>The types of the parts that make up the hash code of a type of the framework; default for other types.</summary>
    private static ImmutableArray<ITypeSymbol> ByParts(INamedTypeSymbol type)
    {
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return type.TypeArguments;
        return type.Name switch
        {
            // Those of more parts go through 'HashCode'.
            "ValueTuple" or "ValueTask" when type.Arity <= 1 && IsSystem(type) => type.TypeArguments,
            "Tuple" when IsSystem(type) => type.TypeArguments,
            _ => default,
        };
    }

    private static bool IsSystem(INamedTypeSymbol type) => TypeNames.Namespace(type) is "System" or "System.Threading.Tasks";

    private HashCodeStability Parts(IEnumerable<ITypeSymbol> types) =>
        types.Any(type => Of(type) == HashCodeStability.Unstable) ? HashCodeStability.Unstable : HashCodeStability.Stable;

    private static IMethodSymbol? Own(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers(nameof(GetHashCode)))
        {
            if (member is IMethodSymbol { IsStatic: false, Parameters.IsEmpty: true } method)
                return method;
        }

        return null;
    }

    private static bool IsSynthesized(IMethodSymbol method) =>
        method.IsImplicitlyDeclared || method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute");
}
