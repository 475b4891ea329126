using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>
/// Methods that only note the delegates they are handed, for a host to call when it starts: <c>services.AddSingleton(factory)</c>,
/// <c>builder.Configure(options)</c>.
/// </summary>
internal static class Registrations
{
    private static readonly HashSet<string> Namespaces = new(StringComparer.Ordinal)
    {
        "Microsoft.AspNetCore.Builder",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.Extensions.Configuration",
        "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.DependencyInjection.Extensions",
        "Microsoft.Extensions.Hosting",
        "Microsoft.Extensions.Options",
    };

    public static bool Is(IMethodSymbol method) =>
        IsNamedSo(method.Name) && method.ContainingAssembly?.Name.StartsWith("Microsoft.", StringComparison.Ordinal) == true
        && Namespaces.Contains(TypeNames.Namespace(method.ContainingType));

    private static bool IsNamedSo(string name) =>
        name.StartsWith("Add", StringComparison.Ordinal) || name.StartsWith("TryAdd", StringComparison.Ordinal) || name.StartsWith("Configure", StringComparison.Ordinal)
        || name.StartsWith("PostConfigure", StringComparison.Ordinal) || name.StartsWith("Map", StringComparison.Ordinal) || name.StartsWith("Validate", StringComparison.Ordinal);
}
