using Microsoft.CodeAnalysis;

namespace Reenact.Generators.Shapes;

/// <summary>The method that holds the body of a recorded or replayed method.</summary>
internal static class CoreMethod
{
    private const string Async = "Async";

    /// <summary><c>SearchAsync</c> → <c>SearchCoreAsync</c>; any other name → <c>NameCore</c>.</summary>
    public static string NameFor(string method) =>
        method.EndsWith(Async, StringComparison.Ordinal)
            ? method.Substring(0, method.Length - Async.Length) + "CoreAsync"
            : method + "Core";

    /// <summary>Finds the core of a recorded or replayed method; null when it is missing or differs.</summary>
    public static IMethodSymbol? Find(IMethodSymbol method)
    {
        foreach (var candidate in Candidates(method))
        {
            if (DifferenceFrom(method, candidate) is null)
                return candidate;
        }

        return null;
    }

    /// <summary>The methods of the containing type that have the core's name.</summary>
    public static IEnumerable<IMethodSymbol> Candidates(IMethodSymbol method) =>
        method.ContainingType.GetMembers(NameFor(method.Name)).OfType<IMethodSymbol>();

    /// <summary>How a candidate's signature differs from the method's, as a predicate; null when it doesn't.</summary>
    public static string? DifferenceFrom(IMethodSymbol method, IMethodSymbol candidate)
    {
        if (candidate.Arity != method.Arity)
            return $"has {Count(candidate.Arity, "type parameter")}, not {method.Arity}";

        if (candidate.Parameters.Length != method.Parameters.Length)
            return $"has {Count(candidate.Parameters.Length, "parameter")}, not {method.Parameters.Length}";

        if (method.IsStatic && !candidate.IsStatic)
            return "is not static";

        var core = candidate.Arity == 0 ? candidate : candidate.Construct([.. method.TypeParameters]);
        for (var i = 0; i < method.Parameters.Length; i++)
        {
            var (wanted, found) = (method.Parameters[i], core.Parameters[i]);
            if (wanted.RefKind != found.RefKind)
                return $"takes parameter {i + 1}, '{found.Name}', {Passing(found.RefKind)}, not {Passing(wanted.RefKind)}";

            if (!SameType(wanted.Type, found.Type))
                return $"takes parameter {i + 1}, '{found.Name}', as {TypeNames.Short(found.Type)}, not {TypeNames.Short(wanted.Type)}";
        }

        if (core.RefKind != method.RefKind || !SameType(core.ReturnType, method.ReturnType))
            return $"returns {TypeNames.Short(core.ReturnType)}, not {TypeNames.Short(method.ReturnType)}";

        return null;
    }

    private static bool SameType(ITypeSymbol left, ITypeSymbol right) => SymbolEqualityComparer.Default.Equals(left, right);

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static string Passing(RefKind kind) => kind == RefKind.None ? "by value" : $"by {kind.ToString().ToLowerInvariant()}";
}
