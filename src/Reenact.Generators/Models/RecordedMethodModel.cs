namespace Reenact.Generators.Models;

/// <summary>A method to emit a shim for.</summary>
/// <param name="Name">Its name in code.</param>
/// <param name="RecordedName">Its name in recordings.</param>
/// <param name="Kind">The number of its <c>CallKind</c>.</param>
/// <param name="IsReplayed">It is marked <c>[Replayed]</c>, not <c>[Recorded]</c>.</param>
/// <param name="IsLeaf">Nothing recorded runs inside it.</param>
/// <param name="Modifiers">The declaration's modifiers, without <c>partial</c>.</param>
/// <param name="IsStatic">It has no receiver.</param>
/// <param name="TypeParameters"><c>&lt;T&gt;</c>, or empty.</param>
/// <param name="Constraints">The constraint clauses of its type parameters.</param>
/// <param name="OwnConstraints">The same for methods of the generator's own, which inherit none.</param>
/// <param name="ReturnType">As declared.</param>
/// <param name="Returns">How its result comes.</param>
/// <param name="Result">What is recorded of the result; null for none.</param>
/// <param name="Parameters">As declared, in order.</param>
/// <param name="CancellationToken">The name of its first parameter of that type; empty for none.</param>
/// <param name="Signature">The hash over the types of what is recorded.</param>
/// <param name="Core">The name of the method that holds the body.</param>
/// <param name="InSession">The name of the emitted method that runs it in a session.</param>
/// <param name="WhenDue">The name of the emitted method that runs it when its turn comes.</param>
internal sealed record RecordedMethodModel(
    string Name,
    string RecordedName,
    int Kind,
    bool IsReplayed,
    bool IsLeaf,
    string Modifiers,
    bool IsStatic,
    string TypeParameters,
    EquatableArray<string> Constraints,
    EquatableArray<string> OwnConstraints,
    string ReturnType,
    ReturnKind Returns,
    ResultModel? Result,
    EquatableArray<ParameterModel> Parameters,
    string CancellationToken,
    ulong Signature,
    string Core,
    string InSession,
    string WhenDue)
{
    /// <summary>What declares it, and how its core is called.</summary>
    public MemberForm Form { get; init; }

    /// <summary>A call changes the world.</summary>
    public bool HasSideEffects { get; init; }

    /// <summary>What of its calls survives, as a number; null where the attribute doesn't say.</summary>
    public int? Durability { get; init; }

    /// <summary>Whether the core can be run later: on replay, when its turn comes.</summary>
    public bool CanPark => IsReplayed && Returns != ReturnKind.Direct && Parameters.All(static parameter => parameter.CanBeCaptured);
}
