using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>The types that attributes of the assembly say how to record: <c>[ValueCodec]</c>, <c>[JsonCodec]</c>, <c>[RecordAs]</c>.</summary>
internal sealed class ForeignTypes
{
    private readonly Dictionary<ISymbol, ForeignType> types = new(SymbolEqualityComparer.Default);

    private ForeignTypes()
    {
    }

    public static ForeignTypes Of(KnownTypes known)
    {
        var found = new ForeignTypes();
        foreach (var attribute in known.Compilation.Assembly.GetAttributes())
            found.Add(attribute, known);

        return found;
    }

    /// <summary>What the assembly says of a type, or of the open generic type that it closes; null for nothing.</summary>
    public ForeignType? Find(INamedTypeSymbol type) =>
        types.Count > 0 && (types.TryGetValue(type, out var found) || types.TryGetValue(type.OriginalDefinition, out found)) ? found : null;

    private void Add(AttributeData attribute, KnownTypes known)
    {
        if (attribute.AttributeClass is not { } kind)
            return;

        if (Is(kind, known.ValueCodecAttribute))
        {
            if (attribute.ConstructorArguments is { Length: 2 } arguments && arguments[0].Value is INamedTypeSymbol type)
                Add(type.IsUnboundGenericType ? type.OriginalDefinition : type, new ForeignType(attribute, null));
        }
        else if (Is(kind, known.JsonCodecAttribute))
        {
            if (kind.TypeArguments[0] is INamedTypeSymbol type
                && attribute.ConstructorArguments is { Length: 1 } arguments && arguments[0].Value is INamedTypeSymbol context)
                Add(type, new ForeignType(attribute, context));
        }
        else if (Is(kind, known.RecordAsAttribute) && kind.TypeArguments[0] is INamedTypeSymbol type)
        {
            Add(type, new ForeignType(attribute, null));
        }
    }

    private void Add(INamedTypeSymbol type, ForeignType foreign)
    {
        if (!types.ContainsKey(type))
            types.Add(type, foreign);
    }

    private static bool Is(INamedTypeSymbol kind, INamedTypeSymbol? attribute) =>
        attribute is not null && SymbolEqualityComparer.Default.Equals(kind.OriginalDefinition, attribute);
}
