using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Shapes;

/// <summary>Tells which marked method a core belongs to.</summary>
internal static class CoreCalls
{
    private const string Core = "Core";
    private const string CoreAsync = "CoreAsync";

    /// <summary>The marked method whose body this is, also where it overrides such a body; null for other methods.</summary>
    public static IMethodSymbol? MarkedMethodOf(IMethodSymbol method, ReenactSymbols symbols)
    {
        if (MarkedName(method.Name) is not { } name)
            return null;
        for (var core = method.OriginalDefinition; core is not null; core = core.OverriddenMethod?.OriginalDefinition)
        {
            foreach (var candidate in core.ContainingType.GetMembers(name))
            {
                if (candidate is IMethodSymbol marked && symbols.IsMarked(marked) && IsCoreOf(core, marked))
                    return marked;
            }
        }

        return null;
    }

    /// <summary>Whether a method may be a core, by its name.</summary>
    public static bool IsCoreName(string name) => MarkedName(name) is not null;

    private static bool IsCoreOf(IMethodSymbol core, IMethodSymbol marked) =>
        CoreMethod.NameFor(marked.Name) == core.Name && CoreMethod.DifferenceFrom(marked, core) is null;

    private static string? MarkedName(string core)
    {
        if (core.EndsWith(CoreAsync, StringComparison.Ordinal))
            return core.Substring(0, core.Length - CoreAsync.Length) + "Async";
        return core.EndsWith(Core, StringComparison.Ordinal) ? core.Substring(0, core.Length - Core.Length) : null;
    }
}
