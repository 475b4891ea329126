using Microsoft.CodeAnalysis;
using Reenact.Generators.Emitting;
using Reenact.Generators.Models;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Decorators;

/// <summary>
/// What an interface named by <c>[assembly: RecordInterface]</c> comes to. Members that can't be recorded throw when they are called,
/// so that the code compiles and the analyzers, which report them, are heard.
/// </summary>
internal sealed class RecordedInterfaceShape
{
    private RecordedInterfaceShape(DecoratorSource? source, IReadOnlyList<ShapeProblem> problems)
    {
        Source = source;
        Problems = problems;
    }

    /// <summary>What to emit; null when the interface can't have a decorator.</summary>
    public DecoratorSource? Source { get; }

    /// <summary>What keeps the interface, or some of its members, from being recorded.</summary>
    public IReadOnlyList<ShapeProblem> Problems { get; }

    /// <summary>Reads an attribute; null when it is another one or names nothing. Never throws on broken code.</summary>
    public static RecordedInterfaceShape? Parse(AttributeData attribute, KnownTypes known, CancellationToken cancellationToken)
    {
        if (RecordedInterfaces.Named(attribute) is not { } contract)
            return null;

        var problems = InterfaceProblems.Find(contract, attribute, known).ToList();
        if (problems.Count > 0)
            return new RecordedInterfaceShape(null, problems);

        var isOpen = OpenParameters.Of(contract).Count > 0;
        var name = DecoratorNames.For(contract, known);
        var disposing = InterfaceMembers.Disposing(contract).ToList();
        var reserved = OpenParameters.Of(contract).Select(static each => each.Name).Append(name).Concat(disposing.Select(DisposeMembers.NameOf));
        var members = InterfaceMembers.Of(contract, reserved);
        var names = new LocalNames(reserved.Concat(members.SelectMany(static member => NamesIn(member.Symbol))));
        var inner = names.Take("inner");
        var decorated = new DecoratedMembers(contract, attribute, inner, names, known, cancellationToken);
        var models = members.SelectMany(decorated.Model).Concat(disposing.Select(type => DisposeMembers.Model(type, inner))).ToEquatableArray();
        problems.AddRange(decorated.Problems);
        var source = problems.Any(static problem => problem.Kind == ShapeProblemKind.UnresolvedType)
            ? null
            : new DecoratorSource(
                new DecoratorModel(
                    Class(contract, name),
                    name,
                    TypeNames.InCode(contract),
                    TypeNames.Short(contract),
                    inner,
                    isOpen ? names.Take("Resolved") : "",
                    isOpen ? OpenParameters.Unbound(contract) : "",
                    isOpen ? OpenParameters.Unbound(contract, name) : "",
                    models),
                decorated.Values.Distinct().ToEquatableArray(),
                decorated.Codecs.ToEquatableArray());
        return new RecordedInterfaceShape(source, problems);
    }

    private static ContainingTypeModel Class(INamedTypeSymbol contract, string name)
    {
        var parameters = OpenParameters.InCode(contract);
        var constraints = string.Concat(TypeParameterConstraints.Of(OpenParameters.Of(contract)).Select(static clause => " " + clause));
        var space = contract.ContainingNamespace.IsGlobalNamespace ? "" : contract.ContainingNamespace.ToDisplayString();
        var fullName = (TypeNames.Namespace(contract) is { Length: > 0 } inMetadata ? inMetadata + "." : "") + name;
        var accessibility = IsPublic(contract) ? "public" : "internal";
        return new ContainingTypeModel(
            space,
            new[] { $"{accessibility}{(parameters.Length > 0 ? "" : " sealed")} class {name}{parameters} : {TypeNames.InCode(contract)}{constraints}" }.ToEquatableArray(),
            fullName,
            $"global::{(space.Length > 0 ? space + "." : "")}{name}{parameters}",
            IsStruct: false);
    }

    private static bool IsPublic(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsPublic(array.ElementType),
        INamedTypeSymbol named => ContainingTypes.Outwards(named).All(static each =>
            each.DeclaredAccessibility == Accessibility.Public && each.TypeArguments.All(IsPublic)),
        _ => true,
    };

    private static IEnumerable<string> NamesIn(ISymbol member) => member switch
    {
        IMethodSymbol method => method.Parameters.Select(static each => each.Name).Concat(method.TypeParameters.Select(static each => each.Name)).Append(method.Name),
        IPropertySymbol property => property.Parameters.Select(static each => each.Name).Append(property.Name),
        _ => [member.Name],
    };
}
