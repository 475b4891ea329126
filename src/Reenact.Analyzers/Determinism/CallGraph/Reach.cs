using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>How replay comes to run a member: the shortest way from a root.</summary>
/// <param name="name">How messages call the member.</param>
/// <param name="from">The member before it; null for a root.</param>
/// <param name="tree">The file of the member before it; null for a root.</param>
/// <param name="site">Where that member uses this one.</param>
internal sealed class Reach(string name, Reach? from, SyntaxTree? tree, TextSpan site)
{
    private readonly Reach? beginning = from?.Beginning;

    private string Name { get; } = name;

    private Reach? From { get; } = from;

    private Location? Site => SiteTree is null ? null : Location.Create(SiteTree, SiteSpan);

    /// <summary>The file that uses this member; null for a root.</summary>
    public SyntaxTree? SiteTree { get; } = tree;

    public TextSpan SiteSpan { get; } = site;

    /// <summary>How many members the chain has.</summary>
    private int Length { get; } = from is null ? 1 : from.Length + 1;

    /// <summary>The last member of the chain's beginning: a chain may be so long that nobody should walk it for each message.</summary>
    private Reach? Beginning => Length <= ChainText.ShownAtEachEnd ? this : beginning;

    /// <summary>The chain as text, from the root on.</summary>
    public override string ToString()
    {
        var isCut = Length > (2 * ChainText.ShownAtEachEnd) + 1;
        var end = Chain().Take(isCut ? ChainText.ShownAtEachEnd : Length).Select(static step => step.Name).Reverse();
        return "reached from " + ChainText.Of(isCut ? [.. Beginning!.Chain().Select(static step => step.Name).Reverse(), ChainText.LeftOut, .. end] : [.. end]);
    }

    /// <summary>Where each member of the chain uses the next, the nearest first.</summary>
    public IEnumerable<Location> Sites() => Chain().Select(static step => step.Site).OfType<Location>().Take(2 * ChainText.ShownAtEachEnd);

    public IEnumerable<Reach> Chain()
    {
        for (var step = this; step is not null; step = step.From)
            yield return step;
    }
}
