namespace Reenact.Generators.Models;

/// <summary>The codec of an enum.</summary>
/// <param name="Name">The codec's own name.</param>
/// <param name="Type">The type of its values, in code.</param>
/// <param name="TypeName">The type's full name, for people.</param>
/// <param name="UnderlyingType">The type of its numbers, as a keyword.</param>
/// <param name="ReaderMethod">What reads such a number: <c>ReadInt32</c>.</param>
/// <param name="Members">Its members, in declaration order.</param>
internal sealed record EnumCodecModel(
    string Name,
    string Type,
    string TypeName,
    string UnderlyingType,
    string ReaderMethod,
    EquatableArray<EnumMemberModel> Members)
    : ValueCodecModel(Name, Type, TypeName);
