namespace Reenact.Generators.Models;

/// <summary>The codec of a type whose values have one of several types.</summary>
/// <param name="Name">The codec's own name.</param>
/// <param name="Type">The type of its values, in code.</param>
/// <param name="TypeName">The type's full name, for people.</param>
/// <param name="Discriminator">The name of the entry that tells the case.</param>
/// <param name="Attribute">What lists the cases, without brackets.</param>
/// <param name="Cases">The cases, as listed.</param>
internal sealed record UnionCodecModel(
    string Name,
    string Type,
    string TypeName,
    string Discriminator,
    string Attribute,
    EquatableArray<UnionCaseModel> Cases)
    : ValueCodecModel(Name, Type, TypeName);
