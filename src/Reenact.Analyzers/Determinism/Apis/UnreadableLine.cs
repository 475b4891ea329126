using Microsoft.CodeAnalysis.Text;

namespace Reenact.Analyzers.Determinism.Apis;

/// <summary>A line of <c>Reenact.Determinism.txt</c> that can't be read, and why.</summary>
internal sealed class UnreadableLine(TextSpan span, string reason)
{
    public TextSpan Span { get; } = span;

    public string Reason { get; } = reason;
}
