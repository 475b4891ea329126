namespace Reenact.Generators.Models;

/// <summary>A property of an exception that is recorded as text.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Identifier">In code.</param>
/// <param name="Cast">What makes an enum a number in code; empty for other types.</param>
internal sealed record ExceptionProperty(string Name, string Identifier, string Cast);
