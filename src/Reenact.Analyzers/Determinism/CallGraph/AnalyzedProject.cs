using Microsoft.CodeAnalysis;
using Reenact.Analyzers.Determinism.Apis;
using Reenact.Analyzers.Determinism.Rules;
using Reenact.Analyzers.Determinism.Summaries;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>A compilation with all that is needed to follow its code. Thread-safe.</summary>
internal sealed class AnalyzedProject
{
    /// <param name="compilation">The compilation.</param>
    /// <param name="symbols">What it knows of the runtime.</param>
    /// <param name="stated">What the project says of libraries.</param>
    /// <param name="isAlone">Nothing else asks what the code of this compilation means.</param>
    public AnalyzedProject(Compilation compilation, ReenactSymbols symbols, IReadOnlyList<StatedApis> stated, bool isAlone = false)
    {
        Compilation = compilation;
        Members = new SourceMembers(compilation);
        var apis = new ApiLookup(compilation, new ForeignSummaries(compilation, stated), [.. stated.Select(static file => file.Table)]);
        Scanner = new BodyScanner(symbols, Members, apis, new ExpressionRules(compilation, apis), new BodyReader(compilation, isAlone), compilation);
        Cache = new FactCache(compilation, Members, Scanner, StatedApis.FingerprintOf(stated));
    }

    public Compilation Compilation { get; }

    public SourceMembers Members { get; }

    public BodyScanner Scanner { get; }

    /// <summary>What the members' own code does.</summary>
    public FactCache Cache { get; }
}
