using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Apis;

/// <summary>A row of a table: APIs that break one rule and share a remedy.</summary>
/// <param name="rule">The rule that they break in replayed code; null where they are deterministic.</param>
/// <param name="remedy">What to do instead, as the end of a sentence.</param>
/// <param name="ids">Documentation ids; see <see cref="ApiTable"/> for what each kind stands for.</param>
internal sealed class ApiGroup(DiagnosticDescriptor? rule, string remedy, string[] ids)
{
    public DiagnosticDescriptor? Rule { get; } = rule;

    public string Remedy { get; } = remedy;

    public IReadOnlyList<string> Ids { get; } = ids;

    /// <summary>How sure the rule can be here; null for its usual severity.</summary>
    public DiagnosticSeverity? Severity { get; init; }
}
