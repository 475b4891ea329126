using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Reenact.Analyzers.Determinism.Rules;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>A <see cref="Finding"/> by its place in the file.</summary>
internal sealed class LocatedFinding(DiagnosticDescriptor rule, string subject, string remedy, TextSpan span)
{
    public LocatedFinding(Finding finding)
        : this(finding.Rule, finding.Subject, finding.Remedy, finding.Mark?.Span ?? finding.At.Span)
    {
        Severity = finding.Severity ?? finding.Rule.DefaultSeverity;
        Member = finding.Member;
    }

    public DiagnosticDescriptor Rule { get; } = rule;

    public string Subject { get; } = subject;

    public string Remedy { get; } = remedy;

    public TextSpan Span { get; } = span;

    public DiagnosticSeverity Severity { get; init; } = rule.DefaultSeverity;

    public string? Member { get; init; }
}
