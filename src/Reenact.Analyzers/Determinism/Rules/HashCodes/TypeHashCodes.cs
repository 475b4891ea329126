using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Determinism.Rules.HashCodes;

/// <summary>Tells by its type how stable a value's hash code is. One instance per compilation; thread-safe.</summary>
/// <param name="overrides">Judges a <c>GetHashCode</c> that was written in the compilation.</param>
internal sealed class TypeHashCodes(Func<IMethodSymbol, HashCodeStability> overrides)
{
    private readonly Dictionary<ITypeSymbol, HashCodeStability> known = new(SymbolEqualityComparer.Default);

    /// <summary>The types that are being judged, from the outermost inwards.</summary>
    private readonly List<ITypeSymbol> around = [];

    private int cuts;

    public HashCodeStability Of(ITypeSymbol type)
    {
        // Explicit calls are rare, so threads can wait for each other.
        lock (known)
        {
            if (known.TryGetValue(type, out var found))
                return found;

            // A type that contains itself is judged by its other parts.
            if (IsInsideItself(type))
            {
                cuts++;
                return HashCodeStability.Stable;
            }

            return OfPartsToo(type);
        }
    }

    private HashCodeStability OfPartsToo(ITypeSymbol type)
    {
        var before = cuts;
        around.Add(type);
        try
        {
            var found = Decide(type);
            // What was cut short further in is the whole answer only for the outermost type.
            if (found == HashCodeStability.Unstable || cuts == before || around.Count == 1)
                known[type] = found;
            return found;
        }
        finally
        {
            around.RemoveAt(around.Count - 1);
        }
    }

    /// <summary>
    /// The type is a part of itself, or of a smaller type of the same definition: <c>Tree&lt;List&lt;int>></c> in <c>Tree&lt;int></c>, which
    /// would go on with ever larger ones.
    /// </summary>
    private bool IsInsideItself(ITypeSymbol type)
    {
        foreach (var outer in around)
        {
            if (SymbolEqualityComparer.Default.Equals(outer.OriginalDefinition, type.OriginalDefinition) && Nesting(outer) <= Nesting(type))
                return true;
        }

        return false;
    }

    private static int Nesting(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => 1 + Nesting(array.ElementType),
        INamedTypeSymbol { TypeArguments.IsEmpty: false } named => 1 + Math.Max(Nesting(named.ContainingType), named.TypeArguments.Max(Nesting)),
        INamedTypeSymbol named => Nesting(named.ContainingType),
        _ => 0,
    };

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
