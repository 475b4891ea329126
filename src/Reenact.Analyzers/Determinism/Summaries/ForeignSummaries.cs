using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Reenact.Analyzers.Determinism.Summaries;

/// <summary>What the assemblies that a compilation refers to say about their members. Thread-safe.</summary>
internal sealed class ForeignSummaries
{
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> known = new(SymbolEqualityComparer.Default);

    /// <summary>The assembly says which of its members are not deterministic.</summary>
    public bool Has(IAssemblySymbol? assembly) => assembly is not null && known.GetOrAdd(assembly, static _ => false);

    /// <summary>The use of a member, without its symbol.</summary>
    public static ForeignUse Use(ISymbol member, TextSpan site) => new(
        member.ContainingAssembly.Identity.GetDisplayName(), member.OriginalDefinition.GetDocumentationCommentId() ?? "", MessageNames.Of(member), site);
}
