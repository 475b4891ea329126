namespace Reenact.Generators.Models;

/// <summary>A recorded result.</summary>
/// <param name="Type">Its type in code, without the task; of a stream, its items'.</param>
/// <param name="Codec">Its type's codec.</param>
/// <param name="Reading">How it is read to its end before it is recorded.</param>
internal sealed record ResultModel(string Type, string Codec, ResultReading Reading);
