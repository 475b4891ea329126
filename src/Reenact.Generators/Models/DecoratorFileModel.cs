namespace Reenact.Generators.Models;

/// <summary>One file with a decorator.</summary>
internal sealed record DecoratorFileModel(string HintName, DecoratorModel Decorator);
