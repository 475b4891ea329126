using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>What is not deterministic in the code of a compilation that runs again on replay. Thread-safe.</summary>
internal sealed class ReplayedCode(IReadOnlyDictionary<ISymbol, List<Offence>> offences)
{
    /// <summary>The offences that stand in a member's own code.</summary>
    public IReadOnlyList<Offence> In(ISymbol member) => offences.TryGetValue(BodyReader.Canonical(member), out var found) ? found : [];
}
