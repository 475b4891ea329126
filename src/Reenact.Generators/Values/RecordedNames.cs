using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>Names of members in recordings.</summary>
internal static class RecordedNames
{
    public static string Of(ISymbol member, KnownTypes known) =>
        KnownTypes.Find(member, known.RecordedNameAttribute) is { ConstructorArguments.Length: 1 } attribute
        && attribute.ConstructorArguments[0].Value is string { Length: > 0 } name
            ? name
            : member.Name;

    public static string? FirstTwice(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return names.FirstOrDefault(name => !seen.Add(name));
    }

    public static ValueShape Clash(INamedTypeSymbol type, string name) => ValueShape.Fail(
        $"is a {TypeNames.Short(type)}, which has two members with the name '{name}' in recordings",
        "Give one another name with [RecordedName], or leave it out with [IgnoreRecorded]");
}
