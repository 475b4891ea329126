using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Decorators;

/// <summary>Finds what keeps an interface from having a decorator at all.</summary>
internal static class InterfaceProblems
{
    private const int AgentKind = 7;

    public static IEnumerable<ShapeProblem> Find(INamedTypeSymbol contract, AttributeData attribute, KnownTypes known)
    {
        var name = TypeNames.Short(contract);
        if (contract.TypeKind == TypeKind.Error || contract.TypeArguments.Any(static each => each.TypeKind == TypeKind.Error))
        {
            yield return new ShapeProblem(ShapeProblemKind.UnresolvedType, name, "does not exist", "Reference or declare it");
            yield break;
        }

        if (contract.TypeKind != TypeKind.Interface)
        {
            yield return Unsupported(name, "is no interface, so nothing else can stand in for it", "Name an interface it implements, or mark its methods [Recorded]");
            yield break;
        }

        if (ContainingTypes.Outwards(contract).Any(static type => type.IsFileLocal))
            yield return Unsupported(name, "is local to its file, so emitted code can't name it", "Make it internal or public");
        else if (!known.Compilation.IsSymbolAccessibleWithin(contract, known.Compilation.Assembly))
            yield return Unsupported(name, "is private or protected, or has a type argument that is, so emitted code can't name it", "Make it internal or public");

        if (attribute.NamedArguments.Any(static pair => pair is { Key: "Kind", Value.Value: AgentKind }))
            yield return Unsupported(name, "is recorded with the kind Agent, whose calls run again on replay", "Give it another kind");

        if (OpenParameters.Of(contract).GroupBy(static each => each.Name).FirstOrDefault(static group => group.Skip(1).Any()) is { } twice)
            yield return Unsupported(name, $"has the type parameter {twice.Key} of a type around it as well as its own", "Rename one of them");

        foreach (var type in InterfaceMembers.All(contract))
        {
            foreach (var member in type.GetMembers().Where(static member => member.IsAbstract))
            {
                // What is said of a property or an event need not be said of its accessors.
                if (member is IMethodSymbol { AssociatedSymbol: { } whole } && (member.IsStatic || !known.Compilation.IsSymbolAccessibleWithin(whole, known.Compilation.Assembly)))
                    continue;

                if (member.IsStatic)
                {
                    yield return Unsupported(
                        $"{type.Name}.{member.Name}",
                        "is a static abstract member, and no instance stands behind it that its calls could be passed on to",
                        "Record an interface without it, from which this one inherits");
                }
                else if (!known.Compilation.IsSymbolAccessibleWithin(member, known.Compilation.Assembly))
                {
                    yield return Unsupported(
                        $"{type.Name}.{member.Name}",
                        $"is {(member.DeclaredAccessibility == Accessibility.Protected ? "protected" : "internal to its assembly")}, so nothing outside can implement and call it",
                        "Record an interface without it, from which this one inherits");
                }
            }
        }
    }

    private static ShapeProblem Unsupported(string subject, string reason, string remedy) =>
        new(ShapeProblemKind.UnsupportedSignature, subject, reason, remedy);
}
