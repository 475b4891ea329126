namespace Reenact.Generators.Models;

/// <summary>The codec of a type that is recorded as its JSON.</summary>
/// <param name="Name">The codec's own name.</param>
/// <param name="Type">The type of its values, in code.</param>
/// <param name="TypeName">The type's full name, for people.</param>
/// <param name="Context">The source-generated context, in code.</param>
internal sealed record JsonCodecModel(string Name, string Type, string TypeName, string Context)
    : ValueCodecModel(Name, Type, TypeName);
