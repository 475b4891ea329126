namespace Reenact.Generators.Models;

/// <summary>What a constructor parameter is given.</summary>
/// <param name="Parameter">The parameter's name in code.</param>
/// <param name="Type">Its type in code.</param>
/// <param name="Member">The place of the member among the recorded ones; −1 for a default value.</param>
internal sealed record ArgumentModel(string Parameter, string Type, int Member);
