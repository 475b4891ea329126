using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Reenact.Analyzers.Determinism.Rules;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>An expression in replayed code that is not deterministic.</summary>
internal sealed class Offence(Finding finding, Reach reach)
{
    /// <summary>The property of a diagnostic that holds the used member's documentation id, for code fixes.</summary>
    public const string MemberProperty = "Member";

    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        finding.Rule,
        finding.At.GetLocation(),
        finding.Severity ?? finding.Rule.DefaultSeverity,
        reach.Sites(),
        ImmutableDictionary<string, string?>.Empty.Add(MemberProperty, finding.Member),
        finding.Subject,
        finding.Remedy,
        reach);
}
