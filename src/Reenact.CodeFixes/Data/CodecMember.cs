using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Reenact.Generators.Shapes;
using Reenact.Generators.Values;

namespace Reenact.CodeFixes.Data;

/// <summary>A public member of a type that a codec is written for.</summary>
/// <param name="Member">What the generator knows of it.</param>
/// <param name="Codec">The codec of its type, as code names it; null where the type has none that code can name.</param>
internal sealed record CodecMember(ObjectMember Member, string? Codec)
{
    /// <summary>What the emitted methods call their own.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal) { "reader", "context", "left" };

    public string Name => Member.Symbol.Name;

    public ITypeSymbol Type => Member.Type;

    /// <summary>The local variable that it is read into.</summary>
    public string Local
    {
        get
        {
            var name = char.ToLowerInvariant(Name[0]) + Name.Substring(1);
            return Taken.Contains(name) ? "its" + Name : SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
        }
    }

    /// <summary>An enum is written by its name, as generated codecs do.</summary>
    public bool IsEnum => Type.TypeKind == TypeKind.Enum;

    public bool IsRecorded => Codec is not null || IsEnum;

    /// <summary>The members of a class, a struct or an interface, base types first, without those that are left out or computed from others.</summary>
    public static List<CodecMember> Of(INamedTypeSymbol type, KnownTypes known) =>
        [.. type.AllInterfaces.Where(_ => type.TypeKind == TypeKind.Interface).Append(type)
            .SelectMany(declaring => ObjectMembers.Of(declaring, known))
            .Where(static member => !member.IsIgnored && (!member.IsComputed || !IsKnownToBeComputed(member.Symbol)))
            .GroupBy(static member => member.Symbol.Name)
            .Select(members => new CodecMember(members.First(), CodecOf(members.First().Type, known)))];

    private static bool IsKnownToBeComputed(ISymbol member) => !member.IsAbstract && !member.DeclaringSyntaxReferences.IsEmpty;

    /// <summary>Codecs that the generator emits are made only for what it sees in signatures, so a codec written by hand can't count on them.</summary>
    private static string? CodecOf(ITypeSymbol type, KnownTypes known) =>
        known.Values.Refer(type) is { Failure: null, Parts.IsEmpty: true } reference ? reference.Codec : null;
}
