using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Apis;

/// <summary>Finds the verdict on a member of another assembly. One instance per compilation; thread-safe.</summary>
internal sealed class ApiLookup(INamedTypeSymbol? timeProvider)
{
    private readonly ConcurrentDictionary<ISymbol, ApiVerdict?> verdicts = new(SymbolEqualityComparer.Default);

    /// <summary>The verdict that names a broken rule, or null.</summary>
    public ApiVerdict? Find(ISymbol member)
    {
        member = member.OriginalDefinition;
        return verdicts.GetOrAdd(member, Decide);
    }

    private ApiVerdict? Decide(ISymbol member)
    {
        // What such an overload does is the provider's business, and 'TimeProvider.System' is reported where it is named.
        if (member is IMethodSymbol method && method.Parameters.Any(p => SymbolEqualityComparer.Default.Equals(p.Type, timeProvider)))
            return null;

        for (var declared = member; declared is not null; declared = Overridden(declared))
        {
            foreach (var id in MostSpecificFirst(declared))
            {
                if (NondeterministicApis.All.TryGetValue(id, out var verdict))
                    return verdict.Rule is null ? null : verdict;
            }
        }

        return null;
    }

    private static IEnumerable<string> MostSpecificFirst(ISymbol member)
    {
        if (member.GetDocumentationCommentId() is not { } id)
            yield break;
        yield return id;
        if (id.IndexOf('(') is var parameters and > 0)
            yield return id.Substring(0, parameters);
        if (member.ContainingType?.GetDocumentationCommentId() is { } type)
            yield return type;
        if (member.ContainingNamespace?.GetDocumentationCommentId() is { } containing)
            yield return containing;
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod?.OriginalDefinition,
        IPropertySymbol property => property.OverriddenProperty?.OriginalDefinition,
        _ => null,
    };
}
