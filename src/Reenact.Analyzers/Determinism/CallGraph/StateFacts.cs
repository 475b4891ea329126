using Microsoft.CodeAnalysis.Text;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>What a body does with state that outlives it: fields and automatic properties, by their declarations. Holds nothing of a compilation.</summary>
internal sealed class StateFacts
{
    /// <summary>What is read, on whichever object.</summary>
    public IReadOnlyCollection<MemberKey> Reads { get; init; } = [];

    /// <summary>What is changed of the object itself, of what it holds, and of static state.</summary>
    public IReadOnlyList<StateWrite> Writes { get; init; } = [];

    /// <summary>What is changed of an object that the body was handed.</summary>
    public IReadOnlyList<ParameterWrite> ParameterWrites { get; init; } = [];

    /// <summary>The members that run on the object itself, on what it holds, on what it was handed, or on no object.</summary>
    public IReadOnlyCollection<MemberKey> Uses { get; init; } = [];

    /// <summary>The cores of recorded methods that the body calls.</summary>
    public IReadOnlyList<RecordedCall> RecordedCalls { get; init; } = [];
}

/// <summary>A change of a field or property, or of what it holds.</summary>
internal readonly record struct StateWrite(MemberKey Holder, string Name, TextSpan Site);

/// <summary>A change of what a parameter refers to.</summary>
internal readonly record struct ParameterWrite(int Ordinal, string Name, TextSpan Site);

/// <summary>A call of a recorded method.</summary>
/// <param name="Core">The method's core.</param>
/// <param name="Name">How messages call the method.</param>
/// <param name="Site">Where it is called.</param>
/// <param name="Kept">The parameters, by their place, whose arguments the caller goes on using.</param>
internal readonly record struct RecordedCall(MemberKey Core, string Name, TextSpan Site, IReadOnlyList<int> Kept);
