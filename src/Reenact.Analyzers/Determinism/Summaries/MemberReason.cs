using Microsoft.CodeAnalysis;
using Reenact.Analyzers.Determinism.CallGraph;

namespace Reenact.Analyzers.Determinism.Summaries;

/// <summary>Why a member of an assembly is not deterministic.</summary>
/// <param name="Rule">The id of the rule that replayed code breaks by using it.</param>
/// <param name="Uses">What it uses: <c>DateTime.UtcNow</c>.</param>
/// <param name="Chain">How it gets there: <c>Clock.Now → Inner.Read</c>.</param>
/// <param name="IsInfo">It is not sure that replay differs.</param>
/// <param name="IsInOverride">The member itself is deterministic; an override of it in the same assembly is not.</param>
internal sealed record MemberReason(string Rule, string Uses, string Chain, bool IsInfo, bool IsInOverride)
{
    /// <summary>What a project that uses the member is told.</summary>
    public LocatedFinding At(ForeignUse use)
    {
        // A rule that came later than this analyzer is told as what is not known.
        var rule = KnownRules.Find(Rule) ?? Descriptors.UnknownTarget;
        return new LocatedFinding(rule, use.Name, Remedy(use), use.Site)
        {
            Severity = IsInfo ? DiagnosticSeverity.Info : rule.DefaultSeverity,
            Member = use.Member,
        };
    }

    private string Remedy(ForeignUse use)
    {
        var way = Chain == use.Name ? "" : $" ({Chain})";
        return $"it uses '{Uses}'{way}: call it in 'Deterministic.Capture', or in a [Recorded] method";
    }
}
