namespace Reenact.Events;

/// <summary>What a recording says of a method. Immutable.</summary>
/// <param name="Id">Its id in the recording, from 1.</param>
/// <param name="Name">Its full name, or the one that its attribute gave it.</param>
/// <param name="Kind">What it calls; a number that <see cref="CallKind"/> does not name comes from a newer writer.</param>
/// <param name="ParameterNames">The names of its recorded parameters.</param>
/// <param name="Signature">A hash over the types of its recorded parameters and of its result.</param>
/// <param name="IgnoredInMatch">Bit n is set where recorded parameter n is not compared on replay.</param>
public sealed record MethodDefinition(
    long Id, string Name, CallKind Kind, IReadOnlyList<string> ParameterNames, ulong Signature, ulong IgnoredInMatch)
{
    internal static readonly MethodDefinition None = new(0, "", CallKind.Tool, [], 0, 0);

    /// <summary>The names of the parameters with a value that comes out (<c>out</c>, <c>ref</c>, spans), in order.</summary>
    public IReadOnlyList<string> OutNames { get; internal init; } = [];

    /// <summary>The names of the parameters by which it reports progress, in order.</summary>
    public IReadOnlyList<string> ProgressNames { get; internal init; } = [];
}
