namespace Reenact.Generators.Models;

/// <summary>An exception type that code throws or catches.</summary>
/// <param name="FullName">As <c>Type.FullName</c> has it.</param>
/// <param name="Type">In code.</param>
/// <param name="Creation">What follows <c>new</c>, made from <c>parts</c>; null when it can't be made.</param>
/// <param name="Properties">The properties that are recorded.</param>
/// <param name="Obstacle">Why a type that code catches can't be made; null when it can.</param>
internal sealed record ExceptionModel(string FullName, string Type, string? Creation, EquatableArray<ExceptionProperty> Properties, string? Obstacle);
