using Microsoft.CodeAnalysis;
using Reenact.Generators.Models;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Decorators;

/// <summary>The interfaces that <c>[assembly: RecordInterface]</c> names.</summary>
internal static class RecordedInterfaces
{
    public const string AttributeName = "Reenact.RecordInterfaceAttribute";

    public const string GenericAttributeName = AttributeName + "`1";

    /// <summary>What an attribute names, open where it names an open generic type; null for another attribute, or when it names nothing.</summary>
    public static INamedTypeSymbol? Named(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { Name: "RecordInterfaceAttribute" } type || TypeNames.Namespace(type) != "Reenact")
            return null;

        var named = type.Arity == 1
            ? type.TypeArguments[0]
            : attribute.ConstructorArguments is { Length: 1 } arguments ? arguments[0].Value as ITypeSymbol : null;
        return named is INamedTypeSymbol { IsUnboundGenericType: true } open ? open.OriginalDefinition : named as INamedTypeSymbol;
    }

    /// <summary>What the pipeline hands on of those that attributes name and that can have a decorator.</summary>
    public static EquatableArray<DecoratorSource> Read(IEnumerable<AttributeData> attributes, Compilation compilation, CancellationToken cancellationToken)
    {
        var known = KnownTypes.Of(compilation);
        return attributes
            .Select(attribute => RecordedInterfaceShape.Parse(attribute, known, cancellationToken)?.Source)
            .Where(static source => source is not null)
            .Select(static source => source!)
            .ToEquatableArray();
    }

    /// <summary>All that an assembly records, each once, in the order of their full names.</summary>
    public static IEnumerable<INamedTypeSymbol> Of(IAssemblySymbol assembly) => assembly.GetAttributes()
        .Select(Named)
        .Where(static named => named is not null)
        .Select(static named => named!)
        .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
        .OrderBy(static named => TypeNames.Full(named), StringComparer.Ordinal);
}
