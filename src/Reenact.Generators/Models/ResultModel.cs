namespace Reenact.Generators.Models;

/// <summary>A recorded result.</summary>
/// <param name="Type">Its type in code, without the task.</param>
/// <param name="Codec">Its type's codec.</param>
internal sealed record ResultModel(string Type, string Codec);
