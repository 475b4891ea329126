namespace Reenact.Generators.Models;

/// <summary>An interface and its decorator.</summary>
/// <param name="Interface">In code.</param>
/// <param name="Decorator">In code.</param>
/// <param name="IsOpen">Both are generic types without type arguments.</param>
internal sealed record DecoratorRegistrationModel(string Interface, string Decorator, bool IsOpen);
