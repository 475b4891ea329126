namespace Reenact.Generators.Models;

/// <summary>A partial method that can't be recorded.</summary>
/// <param name="Type">The type that declares it.</param>
/// <param name="Declaration">Its signature in code, without a body.</param>
/// <param name="Message">What is wrong with it.</param>
internal sealed record RejectedMethodModel(ContainingTypeModel Type, string Declaration, string Message);
