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
    private string Name { get; } = name;

    private Reach? From { get; } = from;

    private Location? Site => SiteTree is null ? null : Location.Create(SiteTree, SiteSpan);

    /// <summary>The file that uses this member; null for a root.</summary>
    public SyntaxTree? SiteTree { get; } = tree;

    public TextSpan SiteSpan { get; } = site;

    /// <summary>The chain as text, from the root on.</summary>
    public override string ToString() => "reached from " + ChainText.Of([.. Chain().Select(static step => step.Name).Reverse()]);

    /// <summary>Where each member of the chain uses the next, the nearest first.</summary>
    public IEnumerable<Location> Sites() => Chain().Select(static step => step.Site).OfType<Location>().Take(2 * ChainText.ShownAtEachEnd);

    public IEnumerable<Reach> Chain()
    {
        for (var step = this; step is not null; step = step.From)
            yield return step;
    }
}
