using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>Finds attributes of members.</summary>
internal static class MemberAttributes
{
    /// <summary>An attribute of a member; a positional record's parameter stands for its property.</summary>
    public static AttributeData? Find(ISymbol member, INamedTypeSymbol type, INamedTypeSymbol? attribute)
    {
        if (KnownTypes.Find(member, attribute) is { } own)
            return own;

        if (!type.IsRecord)
            return null;

        foreach (var constructor in type.InstanceConstructors)
        {
            foreach (var parameter in constructor.Parameters)
            {
                if (parameter.Name == member.Name && KnownTypes.Find(parameter, attribute) is { } found)
                    return found;
            }
        }

        return null;
    }
}
