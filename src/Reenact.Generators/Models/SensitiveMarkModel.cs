using Reenact.Generators.Values;

namespace Reenact.Generators.Models;

/// <summary>What an attribute says of a sensitive value, where the library has no such mark: a type to emit.</summary>
/// <param name="Name">The type's own name.</param>
/// <param name="Form">The form, in code.</param>
/// <param name="Role">The role, as a literal; <c>null</c> for none.</param>
/// <param name="Classifier">The code that makes the attribute that classifies it; empty for none.</param>
internal sealed record SensitiveMarkModel(string Name, string Form, string Role, string Classifier)
    : ValueCodecModel(Name, "", "")
{
    /// <summary>The marks that the members of a codec's type have.</summary>
    public static IEnumerable<SensitiveMarkModel> In(ValueCodecModel codec) => codec switch
    {
        ObjectCodecModel whole => whole.Members.Select(static member => member.Mark).OfType<SensitiveMarkModel>(),
        UnionCodecModel union => union.Cases.SelectMany(static each => each.Object is { } members ? In(members) : []),
        _ => [],
    };
}
