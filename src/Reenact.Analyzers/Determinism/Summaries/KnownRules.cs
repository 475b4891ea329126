using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Summaries;

/// <summary>The rules that an assembly's summary may name.</summary>
internal static class KnownRules
{
    private static readonly Dictionary<string, DiagnosticDescriptor> ById = new DeterminismAnalyzer().SupportedDiagnostics
        .GroupBy(static rule => rule.Id, StringComparer.Ordinal)
        .ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal);

    /// <summary>Null for a rule that came later than this analyzer.</summary>
    public static DiagnosticDescriptor? Find(string id) => ById.TryGetValue(id, out var rule) ? rule : null;
}
