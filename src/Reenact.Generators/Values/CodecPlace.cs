using Microsoft.CodeAnalysis;
using Reenact.Generators.Models;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>Where the codec of a type is emitted, and under which name.</summary>
/// <param name="Name">The codec's own name.</param>
/// <param name="Model">Where it stands.</param>
/// <param name="Failure">Why it can't be emitted.</param>
internal sealed record CodecPlace(string Name, PlacementModel Model, ValueFailure? Failure = null)
{
    /// <summary>How other code names it.</summary>
    public string Reference => Model.Scope + Name + Model.TypeParameters;

    /// <param name="type">The type of the values.</param>
    /// <param name="known">What the compilation knows.</param>
    /// <param name="cases">For a union, the types that its codec names besides.</param>
    public static CodecPlace Of(INamedTypeSymbol type, KnownTypes known, IReadOnlyList<ITypeSymbol>? cases = null)
    {
        ITypeSymbol[] named = [type, .. cases ?? []];
        var host = TypeReach.HostOf(named);
        if (host is not null && Obstacle(type, host, known) is { } failure)
            return new CodecPlace("", PlacementModel.Default, failure);

        var inScope = host is null ? [] : OpenTypes.ParametersOf([host]);
        var open = OpenTypes.ParametersOf(named);
        open.RemoveAll(parameter => inScope.Contains(parameter, SymbolEqualityComparer.Default));
        var constraints = TypeParameterConstraints.Of(open).ToEquatableArray();
        return new CodecPlace(
            EmittedCodecs.NameFor(type, string.Concat(constraints)),
            new PlacementModel(
                host is null ? null : TypeReach.Model(host),
                host is null ? "internal" : TypeReach.AccessibilityIn(host, named),
                host is null ? PlacementModel.Default.Scope : TypeNames.InCode(host) + ".",
                open.Count == 0 ? "" : $"<{string.Join(", ", open.Select(static each => TypeNames.Identifier(each.Name)))}>",
                constraints));
    }

    private static ValueFailure? Obstacle(INamedTypeSymbol type, INamedTypeSymbol host, KnownTypes known)
    {
        var reason = $"is a {TypeNames.Short(type)}, which is private or protected in {host.Name}, so its codec must stand there";
        if (!SymbolEqualityComparer.Default.Equals(host.ContainingAssembly, known.Compilation.Assembly))
            return new ValueFailure("", reason, "Make it public");

        var blocking = ContainingTypes.Outwards(host).FirstOrDefault(static each => !ContainingTypes.IsPartial(each));
        return blocking is null ? null : new ValueFailure("", reason, $"Make {blocking.Name} partial, or make the type internal or public");
    }
}
