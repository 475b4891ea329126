using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Determinism.Apis;

/// <summary>Interfaces of libraries that replayed code may call.</summary>
internal static class SafeInterfaces
{
    public static bool IsSafe(INamedTypeSymbol contract)
    {
        var space = TypeNames.Namespace(contract);
        return space.StartsWith("System", StringComparison.Ordinal) || space.StartsWith("Microsoft", StringComparison.Ordinal) || space.StartsWith("Reenact", StringComparison.Ordinal);
    }
}
