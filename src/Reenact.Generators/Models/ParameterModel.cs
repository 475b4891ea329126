namespace Reenact.Generators.Models;

/// <summary>A parameter of a method.</summary>
/// <param name="Name">Its name in code.</param>
/// <param name="RecordedName">Its name in recordings.</param>
/// <param name="Type">Its type, as declared.</param>
/// <param name="Modifier"><c>this</c> or <c>params</c> with a space after it, or empty.</param>
/// <param name="Codec">Its type's codec; null when it is passed on without being recorded.</param>
/// <param name="IsIgnoredInMatch">It is recorded, and not compared.</param>
internal sealed record ParameterModel(string Name, string RecordedName, string Type, string Modifier, string? Codec, bool IsIgnoredInMatch)
{
    /// <summary><c> = 3</c>, where the emitted declaration is the only one; else empty.</summary>
    public string Default { get; init; } = "";
}
