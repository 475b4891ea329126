using System.ComponentModel;

namespace Reenact.Shims;

/// <summary>What a recording says of a method: one instance per method, held in a static field of emitted code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RecordedMethod
{
    private static int count;

    /// <summary>Describes a method.</summary>
    /// <param name="name">Its name in recordings.</param>
    /// <param name="kind">What it calls; <see cref="CallKind.Agent"/> for a <c>[Replayed]</c> method.</param>
    /// <param name="parameters">The names of the recorded parameters, in order.</param>
    /// <param name="signature">A hash over the types of the recorded parameters and of the result.</param>
    /// <param name="ignoredInMatch">Bit n is set where recorded parameter n is not compared; the first 64 parameters can be.</param>
    /// <param name="leaf">Nothing recorded runs inside it.</param>
    /// <param name="parkable">Its shim can put off running the core: it handles <see cref="CallAction.Park"/>.</param>
    /// <param name="outputs">The names of the parameters with a value that comes out, in order.</param>
    /// <param name="outputsIgnoredInMatch">Bit n is set where output n is not compared; the first 64 can be.</param>
    /// <param name="reports">The names of the parameters by which progress is reported, in order.</param>
    /// <param name="reportsIgnoredInMatch">Bit n is set where the reports to parameter n of these are not compared; the first 64 can be.</param>
    /// <param name="sideEffects">A call changes the world.</param>
    /// <param name="durability">What of its calls survives, at the least; null where it doesn't say.</param>
    public RecordedMethod(
        string name,
        CallKind kind,
        string[] parameters,
        ulong signature,
        ulong ignoredInMatch = 0,
        bool leaf = false,
        bool parkable = false,
        string[]? outputs = null,
        ulong outputsIgnoredInMatch = 0,
        string[]? reports = null,
        ulong reportsIgnoredInMatch = 0,
        bool sideEffects = false,
        Durability? durability = null)
    {
        Name = name;
        Kind = kind;
        Parameters = parameters;
        Signature = signature;
        IgnoredInMatch = ignoredInMatch;
        Leaf = leaf;
        Parkable = parkable;
        Outputs = outputs ?? [];
        OutputsIgnoredInMatch = outputsIgnoredInMatch;
        Reports = reports ?? [];
        ReportsIgnoredInMatch = reportsIgnoredInMatch;
        SideEffects = sideEffects;
        Durability = durability;
        Index = Interlocked.Increment(ref count) - 1;
    }

    /// <summary>Its name in recordings.</summary>
    public string Name { get; }

    /// <summary>What it calls.</summary>
    public CallKind Kind { get; }

    internal string[] Parameters { get; }

    internal ulong Signature { get; }

    internal ulong IgnoredInMatch { get; }

    internal bool Leaf { get; }

    internal bool SideEffects { get; }

    /// <summary>What of its calls survives which failure, at the least; null where it doesn't say.</summary>
    internal Durability? Durability { get; }

    internal bool Parkable { get; }

    internal string[] Outputs { get; }

    internal ulong OutputsIgnoredInMatch { get; }

    internal string[] Reports { get; }

    internal ulong ReportsIgnoredInMatch { get; }

    /// <summary>A number that is its own in this process, from 0.</summary>
    internal int Index { get; }

    /// <summary>Its body runs again on replay.</summary>
    internal bool Replayed => Kind == CallKind.Agent;
}
