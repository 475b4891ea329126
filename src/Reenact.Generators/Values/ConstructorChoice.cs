using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reenact.Generators.Models;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>The constructor that makes a value again.</summary>
/// <param name="Constructor">The constructor.</param>
/// <param name="Arguments">For each parameter, the member that it is given; null for an optional one that has none.</param>
/// <param name="IsPrivate">It is reached through an accessor.</param>
internal sealed record ConstructorChoice(IMethodSymbol Constructor, ImmutableArray<ObjectMember?> Arguments, bool IsPrivate)
{
    /// <summary>Whether required members need no initializer.</summary>
    public bool SetsRequiredMembers => IsPrivate || Constructor.GetAttributes().Any(static data => data.AttributeClass?.Name == "SetsRequiredMembersAttribute");

    /// <summary>
    /// Chooses a constructor whose parameters are members and that, with what can be set afterwards, leaves none unset: one in
    /// reach before a private one, a primary one before others, and then the one with the fewest parameters.
    /// </summary>
    public static ConstructorChoice? Find(INamedTypeSymbol type, List<ObjectMember> members, KnownTypes known) =>
        type.InstanceConstructors
            .Select(constructor => Match(constructor, members, known))
            .OfType<ConstructorChoice>()
            .Where(choice => choice.Covers(members))
            .OrderBy(static choice => choice.IsPrivate)
            .ThenBy(static choice => !choice.IsNamedByJson)
            .ThenBy(static choice => choice.Constructor.DeclaredAccessibility != Accessibility.Public)
            .ThenBy(static choice => !choice.IsPrimary)
            .ThenBy(static choice => choice.Arguments.Length)
            .FirstOrDefault();

    /// <summary>Whether any constructor has a parameter for a member.</summary>
    public static bool Takes(INamedTypeSymbol type, ObjectMember member) =>
        type.InstanceConstructors.Any(constructor => constructor.Parameters.Any(parameter => Stands(parameter, member)));

    /// <summary>Whether its body may set members that are none of its parameters.</summary>
    public bool MaySetOthers => !IsPrimary && !Constructor.IsImplicitlyDeclared;

    private bool IsNamedByJson => Constructor.GetAttributes().Any(static data => data.AttributeClass?.Name == "JsonConstructorAttribute");

    private bool IsPrimary => Constructor.DeclaringSyntaxReferences is { Length: 1 } references && references[0].GetSyntax() is TypeDeclarationSyntax;

    private static ConstructorChoice? Match(IMethodSymbol constructor, List<ObjectMember> members, KnownTypes known)
    {
        if (constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, constructor.ContainingType))
            return null;

        var isPrivate = !TypeReach.CanName(constructor, constructor.ContainingType, known);
        if (isPrivate && (constructor.ContainingType.IsGenericType || constructor.ContainingType.IsValueType))
            return null;

        var arguments = ImmutableArray.CreateBuilder<ObjectMember?>(constructor.Parameters.Length);
        foreach (var parameter in constructor.Parameters)
        {
            var member = members.Find(each => Stands(parameter, each));
            if (parameter.RefKind is not (RefKind.None or RefKind.In) || (member is null && (isPrivate || !parameter.IsOptional)))
                return null;

            arguments.Add(member);
        }

        return new ConstructorChoice(constructor, arguments.MoveToImmutable(), isPrivate);
    }

    private static bool Stands(IParameterSymbol parameter, ObjectMember member) =>
        string.Equals(parameter.Name, member.Symbol.Name, StringComparison.OrdinalIgnoreCase)
        && SymbolEqualityComparer.Default.Equals(parameter.Type, member.Type);

    private bool Covers(List<ObjectMember> members) => members.TrueForAll(
        member => member.IsIgnored
            || member.IsComputed
            || Arguments.Contains(member)
            || (member.Setting != MemberSetting.None && !(IsPrivate && member.Setting == MemberSetting.Initializer && member.Hidden.Length == 0)));
}
