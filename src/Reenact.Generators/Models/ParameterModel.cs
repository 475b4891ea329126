namespace Reenact.Generators.Models;

/// <summary>A parameter of a method.</summary>
/// <param name="Name">Its name in code.</param>
/// <param name="RecordedName">Its name in recordings.</param>
/// <param name="Type">Its type, as declared.</param>
/// <param name="Modifiers">The declaration's modifiers, each with a space after it.</param>
/// <param name="Role">What is recorded of it.</param>
/// <param name="ValueType">The type of what is recorded, in code: its own, an element's of a span, a report's.</param>
/// <param name="Codec">The codec of an argument and of an output; empty when it is passed on without being recorded.</param>
/// <param name="IsIgnoredInMatch">It is recorded, and not compared.</param>
/// <param name="CanBeCaptured">A lambda can use it.</param>
internal sealed record ParameterModel(
    string Name,
    string RecordedName,
    string Type,
    string Modifiers,
    ParameterRole Role,
    string ValueType,
    string Codec,
    bool IsIgnoredInMatch,
    bool CanBeCaptured)
{
    /// <summary><c> = 3</c>, where the emitted declaration is the only one; else empty.</summary>
    public string Default { get; init; } = "";

    /// <summary>Whether its value before the call is recorded.</summary>
    public bool IsArgument => Role is ParameterRole.Argument or ParameterRole.Reference or ParameterRole.Span;

    /// <summary>Whether its value after the call is recorded.</summary>
    public bool IsOutput => Role is ParameterRole.Reference or ParameterRole.Output or ParameterRole.Span;

    /// <summary>Whether it is <c>out</c>: whoever has it must set it.</summary>
    public bool MustBeSet => Has("out");

    /// <summary>How an emitted method of ours declares it.</summary>
    public string Declared => string.Concat(Words.Where(static word => word is not ("this" or "params")).Select(static word => word + " ")) + $"{Type} {Name}";

    /// <summary>How it is passed on.</summary>
    public string PassedOn => (MustBeSet ? "out " : Has("in") || Has("readonly") ? "in " : Has("ref") ? "ref " : "") + Name;

    private string[] Words => Modifiers.Split([' '], StringSplitOptions.RemoveEmptyEntries);

    private bool Has(string word) => Array.IndexOf(Words, word) >= 0;
}
