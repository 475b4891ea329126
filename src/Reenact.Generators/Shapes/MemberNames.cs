using Microsoft.CodeAnalysis;

namespace Reenact.Generators.Shapes;

/// <summary>Finds names that a type's members leave free.</summary>
internal sealed class MemberNames(INamedTypeSymbol type)
{
    /// <summary>The name wanted, with a number where the author's code already uses it.</summary>
    public string Free(string wanted)
    {
        var name = wanted;
        for (var number = 2; IsTaken(name); number++)
            name = wanted + number;

        return name;
    }

    private bool IsTaken(string name)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (!at.GetMembers(name).IsEmpty)
                return true;
        }

        return false;
    }
}
