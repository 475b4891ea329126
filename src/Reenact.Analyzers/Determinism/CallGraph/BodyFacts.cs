using Microsoft.CodeAnalysis.Text;
using Reenact.Analyzers.Determinism.Summaries;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>
/// What one member's own code does, as far as replay is concerned. Holds nothing of a compilation, so that it is kept as long as the file
/// stays the same and nothing is declared differently.
/// </summary>
internal sealed class BodyFacts
{
    public static readonly BodyFacts None = new("");

    public BodyFacts(string name) => Name = name;

    /// <summary>How messages call the member.</summary>
    public string Name { get; }

    /// <summary>What is not deterministic in the code itself.</summary>
    public IReadOnlyList<LocatedFinding> Findings { get; init; } = [];

    /// <summary>The members of the same compilation whose code runs, or may run later, because of this one.</summary>
    public IReadOnlyList<Use> Uses { get; init; } = [];

    /// <summary>The members of other assemblies that have something to say about themselves.</summary>
    public IReadOnlyList<ForeignUse> ForeignUses { get; init; } = [];

    /// <summary>Delegates that the member takes as parameters and calls or hands on.</summary>
    public IReadOnlyList<ParameterUse> ParameterUses { get; init; } = [];

    /// <summary>Delegates held in fields and properties that are called or handed on.</summary>
    public IReadOnlyList<DelegateUse> DelegateUses { get; init; } = [];

    /// <summary>Delegates that are put into fields and properties.</summary>
    public IReadOnlyList<DelegateAssignment> DelegateAssignments { get; init; } = [];

    /// <summary>What the code does with fields and properties.</summary>
    public StateFacts State { get; init; } = new();

    /// <summary>The lambdas that this member hands to a replay to run.</summary>
    public IReadOnlyList<BodyFacts> ReplayedLambdas { get; init; } = [];
}

/// <summary>A use of a member with code.</summary>
internal readonly record struct Use(MemberKey Target, TextSpan Site);

/// <summary>A use of a delegate that the member takes as a parameter.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Site">Where it is used.</param>
/// <param name="HandedTo">The parameter of another assembly's member that it is handed to; null for others.</param>
/// <param name="IsKept">It is put away rather than called.</param>
/// <param name="PassedTo">The parameter of a method here that it becomes; null where it is called, or goes elsewhere.</param>
internal readonly record struct ParameterUse(string Name, TextSpan Site, ForeignParameter? HandedTo = null, bool IsKept = false, OwnParameter? PassedTo = null);

/// <summary>A parameter of a method of the same compilation, of which no other code runs instead.</summary>
internal readonly record struct OwnParameter(MemberKey Method, string Name);

/// <summary>A use of a delegate that a field, a property or a parameter of a primary constructor holds.</summary>
internal readonly record struct DelegateUse(MemberKey Holder, string Name, TextSpan Site, ForeignParameter? HandedTo = null);

/// <summary>A delegate that a field or property is given. Where it is neither a lambda nor a method, nobody here knows what it does.</summary>
internal sealed class DelegateAssignment(MemberKey holder, BodyFacts? code, bool isKnown)
{
    public MemberKey Holder { get; } = holder;

    /// <summary>The code of the lambda or a use of the method; null for methods of other assemblies and for unknown delegates.</summary>
    public BodyFacts? Code { get; } = code;

    public bool IsKnown { get; } = isKnown;
}
