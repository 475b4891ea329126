using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.CodeFixes.Determinism.Culture;

/// <summary>What the code that is rewritten at a place names.</summary>
internal sealed class InvariantNames(RewriteContext within, int position)
{
    public ExpressionSyntax Culture => Member("System.Globalization.CultureInfo", "InvariantCulture");

    public ExpressionSyntax Comparer => Member("System.StringComparer", "Ordinal");

    public ExpressionSyntax Comparison(bool ignoreCase) => Member("System.StringComparison", ignoreCase ? "OrdinalIgnoreCase" : "Ordinal");

    public ExpressionSyntax Styles(string member) => Member("System.Globalization.DateTimeStyles", member);

    public ExpressionSyntax Invariant => Member("System.FormattableString", "Invariant");

    private ExpressionSyntax Member(string type, string member) => within.Member(type, member, position)!;
}
