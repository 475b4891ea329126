namespace Reenact.Generators.Models;

/// <summary>The first entry of a union's case in recordings.</summary>
/// <param name="Name">The entry's name.</param>
/// <param name="Text">The case's name; null where it is told by number.</param>
/// <param name="Number">The case's number.</param>
internal sealed record DiscriminatorModel(string Name, string? Text, int Number);
