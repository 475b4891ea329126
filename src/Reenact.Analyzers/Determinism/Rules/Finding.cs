using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Rules;

/// <summary>An expression that breaks a rule wherever it is replayed. Holds nothing of a compilation but the syntax.</summary>
/// <param name="rule">The rule; its message takes the subject, the remedy and how replay gets there.</param>
/// <param name="subject">How the message calls what is used: <c>DateTime.UtcNow</c>.</param>
/// <param name="remedy">What to do instead, as the end of a sentence.</param>
/// <param name="at">The offending expression.</param>
internal sealed class Finding(DiagnosticDescriptor rule, string subject, string remedy, SyntaxNode at)
{
    public DiagnosticDescriptor Rule { get; } = rule;

    public string Subject { get; } = subject;

    public string Remedy { get; } = remedy;

    public SyntaxNode At { get; } = at;

    /// <summary>The part of the expression to point at; null for all of it.</summary>
    public SyntaxToken? Mark { get; init; }

    /// <summary>How sure the rule can be here; null for its usual severity.</summary>
    public DiagnosticSeverity? Severity { get; init; }

    /// <summary>The documentation id of the used member, for code fixes; null where there is no single one.</summary>
    public string? Member { get; init; }
}
