using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Apis;

/// <summary>What the table says about an API.</summary>
/// <param name="rule">The rule that it breaks in replayed code; null where it is deterministic.</param>
/// <param name="remedy">What to do instead, as the end of a sentence.</param>
/// <param name="severity">How sure the rule can be here; null for its usual severity.</param>
internal sealed class ApiVerdict(DiagnosticDescriptor? rule, string remedy, DiagnosticSeverity? severity = null)
{
    public DiagnosticDescriptor? Rule { get; } = rule;

    public string Remedy { get; } = remedy;

    public DiagnosticSeverity? Severity { get; } = severity;
}
