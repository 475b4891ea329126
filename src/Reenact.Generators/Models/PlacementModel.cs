using Reenact.Generators.Values;

namespace Reenact.Generators.Models;

/// <summary>Where a codec stands and what its declaration says.</summary>
/// <param name="Host">The type that it is nested in, because only there its type can be named; null for the namespace of emitted code.</param>
/// <param name="Accessibility">That of its type, in a host; else <c>internal</c>.</param>
/// <param name="Scope">What stands before its name where it is used, with a dot at the end.</param>
/// <param name="TypeParameters"><c>&lt;T&gt;</c> for a type with open type parameters, or empty.</param>
/// <param name="Constraints">The constraint clauses of its type parameters.</param>
internal sealed record PlacementModel(HostModel? Host, string Accessibility, string Scope, string TypeParameters, EquatableArray<string> Constraints)
{
    public static readonly PlacementModel Default = new(null, "internal", $"global::{EmittedCodecs.Namespace}.", "", EquatableArray<string>.Empty);
}
