using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Apis;

/// <summary>
/// Interfaces that replayed code may call whoever implements them: they describe data or a pattern of code, write logs, or are recorded
/// by an adapter. What a project says about an interface, and the verdict of a table, go before. Thread-safe.
/// </summary>
internal sealed class SafeInterfaces(ApiLookup apis)
{
    private static readonly HashSet<string> Namespaces = new(StringComparer.Ordinal)
    {
        "System",
        "System.Buffers",
        "System.Collections",
        "System.Collections.Concurrent",
        "System.Collections.Generic",
        "System.Collections.Immutable",
        "System.Collections.Specialized",
        "System.ComponentModel",
        "System.ComponentModel.DataAnnotations",
        "System.Data",
        "System.Data.SqlTypes",
        "System.Diagnostics.Metrics",
        "System.Dynamic",
        "System.Linq",
        "System.Linq.Expressions",
        "System.Numerics",
        "System.Reflection",
        "System.Reflection.Metadata",
        "System.Runtime.CompilerServices",
        "System.Runtime.Serialization",
        "System.Security.Cryptography",
        "System.Security.Principal",
        "System.Text.Json.Serialization",
        "System.Text.Json.Serialization.Metadata",
        "System.Threading",
        "System.Threading.Tasks.Sources",
        "System.Xml",
        "System.Xml.Schema",
        "System.Xml.Serialization",
        "System.Xml.XPath",
        "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Logging",
        "Microsoft.Extensions.Options",
        "Microsoft.Extensions.Primitives",
    };

    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "Microsoft.AspNetCore.Builder.IApplicationBuilder",
        "Microsoft.AspNetCore.Hosting.IWebHostBuilder",
        "Microsoft.AspNetCore.Http.Features.IFeatureCollection",
        "Microsoft.AspNetCore.Http.IFormCollection",
        "Microsoft.AspNetCore.Http.IHeaderDictionary",
        "Microsoft.AspNetCore.Http.IQueryCollection",
        "Microsoft.AspNetCore.Http.IRequestCookieCollection",
        "Microsoft.AspNetCore.Routing.IEndpointRouteBuilder",
        "Microsoft.Extensions.AI.IChatClient",
        "Microsoft.Extensions.AI.IEmbeddingGenerator",
        "Microsoft.Extensions.AI.IEmbeddingGenerator`2",
        "Microsoft.Extensions.Configuration.IConfigurationBuilder",
        "Microsoft.Extensions.Hosting.IHostApplicationBuilder",
        "Microsoft.Extensions.Hosting.IHostBuilder",
        "NodaTime.IClock",
        "Serilog.ILogger",
        "NLog.ILogger",
    };

    /// <summary>What stands in those namespaces but does whatever its implementer likes, most often queries of a database.</summary>
    private static readonly HashSet<string> Unknown = new(StringComparer.Ordinal)
    {
        "System.Linq.IOrderedQueryable",
        "System.Linq.IOrderedQueryable`1",
        "System.Linq.IQueryable",
        "System.Linq.IQueryable`1",
        "System.Linq.IQueryProvider",
    };

    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> answers = new(SymbolEqualityComparer.Default);

    /// <param name="type">The definition of an interface.</param>
    public bool Contains(INamedTypeSymbol type) => answers.TryGetValue(type, out var known) ? known : answers.GetOrAdd(type, Decide(type));

    private bool Decide(INamedTypeSymbol type)
    {
        if (apis.Say(type) is { } verdict)
            return verdict.Rule is null;
        var name = type.GetDocumentationCommentId()?.Substring(2) ?? "";
        return Types.Contains(name) || (!Unknown.Contains(name) && Namespaces.Contains(type.ContainingNamespace.ToDisplayString()));
    }
}
