using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>What is not deterministic in the code of a compilation that runs again on replay. Thread-safe.</summary>
internal sealed class ReplayedCode(ILookup<SyntaxTree, Offence> offences)
{
    /// <summary>The offences that stand in a file.</summary>
    public IEnumerable<Offence> In(SyntaxTree tree) => offences[tree];
}
