using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>An expression in replayed code that is not deterministic.</summary>
/// <param name="finding">What is wrong.</param>
/// <param name="at">The expression; where it stands in generated code, the nearest place of the chain that people write.</param>
/// <param name="reach">The way from the nearest root.</param>
/// <param name="roots">How many roots reach it.</param>
internal sealed class Offence(LocatedFinding finding, Location at, Reach reach, int roots)
{
    /// <summary>The property of a diagnostic that holds the used member's documentation id, for code fixes.</summary>
    public const string MemberProperty = "Member";

    public Location At { get; } = at;

    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        finding.Rule,
        At,
        finding.Severity,
        reach.Sites(),
        ImmutableDictionary<string, string?>.Empty.Add(MemberProperty, finding.Member),
        finding.Subject,
        finding.Remedy,
        reach + Others);

    private string Others => roots switch
    {
        <= 1 => "",
        2 => ", and from 1 other root",
        _ => $", and from {roots - 1} other roots",
    };
}
