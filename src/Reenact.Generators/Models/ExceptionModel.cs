namespace Reenact.Generators.Models;

/// <summary>An exception type that can be made again.</summary>
/// <param name="FullName">As <c>Type.FullName</c> has it.</param>
/// <param name="Type">In code.</param>
/// <param name="Constructor">What it is made with.</param>
internal sealed record ExceptionModel(string FullName, string Type, ExceptionConstructor Constructor);
