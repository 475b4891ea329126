using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Reenact.Generators.Shapes;
using Reenact.Generators.Values;

namespace Reenact.CodeFixes.Data;

/// <summary>How a codec makes a value again of what it read.</summary>
internal static class CodecConstruction
{
    /// <summary>An expression that loses nothing; null where that takes somebody who knows the type.</summary>
    public static string? Write(INamedTypeSymbol type, List<CodecMember> members, KnownTypes known)
    {
        if (type.IsAbstract || members.Exists(static member => !member.IsRecorded) || HiddenState.Find(type, ObjectMembers.Of(type, known), known) is not null)
            return null;

        return type.InstanceConstructors
            .Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public)
            .OrderByDescending(static constructor => constructor.Parameters.Length)
            .Select(constructor => Call(type, constructor, members))
            .FirstOrDefault(static call => call is not null);
    }

    private static string? Call(INamedTypeSymbol type, IMethodSymbol constructor, List<CodecMember> members)
    {
        var passed = new List<CodecMember>();
        foreach (var parameter in constructor.Parameters)
        {
            if (parameter.RefKind != RefKind.None || members.Find(member => Stands(parameter, member)) is not { } member)
                return null;
            passed.Add(member);
        }

        var others = members.FindAll(member => !passed.Contains(member));
        if (!others.TrueForAll(static member => IsSettable(member.Member.Symbol)))
            return null;
        var call = $"new {TypeNames.InCode(type)}({string.Join(", ", passed.ConvertAll(static member => member.Local))})";
        return others.Count == 0 ? call : $"{call} {{ {string.Join(", ", others.ConvertAll(static member => $"{Escaped(member.Name)} = {member.Local}"))} }}";
    }

    public static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private static bool Stands(IParameterSymbol parameter, CodecMember member) =>
        string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase)
        && SymbolEqualityComparer.Default.Equals(parameter.Type, member.Type);

    private static bool IsSettable(ISymbol member) => member is IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Public } or IFieldSymbol { IsReadOnly: false };
}
