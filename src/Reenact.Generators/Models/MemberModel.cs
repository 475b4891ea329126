namespace Reenact.Generators.Models;

/// <summary>A recorded member of a class or struct.</summary>
/// <param name="Name">Its name in code.</param>
/// <param name="RecordedName">Its name in recordings.</param>
/// <param name="Type">Its type in code.</param>
/// <param name="Codec">Its type's codec.</param>
/// <param name="Setting">How it is set again.</param>
/// <param name="Default">What it has when a recording lacks it, for members that the constructor or an initializer sets.</param>
/// <param name="Target">For accessors, the type that declares it. For <see cref="MemberSetting.Fill"/>, the collection interface.</param>
/// <param name="Hidden">For accessors, the name of the hidden setter or field in metadata.</param>
internal sealed record MemberModel(
    string Name,
    string RecordedName,
    string Type,
    string Codec,
    MemberSetting Setting,
    string Default,
    string Target,
    string Hidden)
{
    /// <summary>How its accessor is made where the declaring type is generic; null elsewhere.</summary>
    public GenericAccessModel? Generic { get; init; }

    /// <summary>How it is marked, where that is a type to emit; null elsewhere.</summary>
    public SensitiveMarkModel? Mark { get; init; }
}
