using Microsoft.CodeAnalysis;

namespace Reenact.CodeFixes.Determinism.Culture;

/// <summary>Finds overloads of a method that take the same and one parameter more, other optional ones aside.</summary>
internal static class Overloads
{
    /// <summary>The overload, and the place of its further parameter.</summary>
    public static (IMethodSymbol Method, int Index)? With(IMethodSymbol method, Func<IParameterSymbol, bool> further)
    {
        foreach (var candidate in method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>())
        {
            if (candidate.DeclaredAccessibility != Accessibility.Public || candidate.IsStatic != method.IsStatic || candidate.Arity != method.Arity
                || candidate.Parameters.Length <= method.Parameters.Length)
            {
                continue;
            }

            var same = candidate.Arity == 0 ? candidate : candidate.Construct([.. method.TypeArguments]);
            for (var i = 0; i <= method.Parameters.Length; i++)
            {
                if (further(same.Parameters[i]) && TakesTheRest(same, i, method))
                    return (same, i);
            }
        }

        return null;
    }

    private static bool TakesTheRest(IMethodSymbol candidate, int without, IMethodSymbol method)
    {
        for (var i = 0; i < method.Parameters.Length; i++)
        {
            var (ours, other) = (method.Parameters[i], candidate.Parameters[i < without ? i : i + 1]);
            if (ours.RefKind != other.RefKind || !SymbolEqualityComparer.Default.Equals(ours.Type, other.Type))
                return false;
        }

        return candidate.Parameters.Skip(method.Parameters.Length + 1).All(static parameter => parameter.IsOptional);
    }
}
