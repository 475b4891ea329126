namespace Reenact.Generators.Models;

/// <summary>The codec of a class or struct.</summary>
/// <param name="Name">The codec's own name.</param>
/// <param name="Type">The type of its values, in code.</param>
/// <param name="TypeName">The type's full name, for people.</param>
/// <param name="IsReference">Its values can be null.</param>
/// <param name="IsUnsealed">Values of derived types can come, which would lose their own members.</param>
/// <param name="Members">What is recorded, base types first, in declaration order.</param>
/// <param name="Arguments">What the constructor is given.</param>
/// <param name="ConstructorIsPrivate">The constructor is reached through an accessor.</param>
/// <param name="RequiredDefaults">Required members that are not recorded and must be set all the same.</param>
internal sealed record ObjectCodecModel(
    string Name,
    string Type,
    string TypeName,
    bool IsReference,
    bool IsUnsealed,
    EquatableArray<MemberModel> Members,
    EquatableArray<ArgumentModel> Arguments,
    bool ConstructorIsPrivate,
    EquatableArray<string> RequiredDefaults)
    : ValueCodecModel(Name, Type, TypeName)
{
    /// <summary>The entry that stands before its members; null where it is no case of a union.</summary>
    public DiscriminatorModel? Discriminator { get; init; }

    /// <summary>The place of the first member among the names that the codec writes.</summary>
    public int FirstMember => Discriminator is null ? 0 : 1;

    /// <summary>What is said instead of reading it; empty where it can be read.</summary>
    public string Unreadable { get; init; } = "";
}
