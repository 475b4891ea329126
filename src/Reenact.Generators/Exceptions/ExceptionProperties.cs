using Microsoft.CodeAnalysis;
using Reenact.Generators.Models;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Exceptions;

/// <summary>The public properties of an exception type, beyond those of the framework's, that travel as text.</summary>
internal static class ExceptionProperties
{
    private static readonly string[] LeftOut = ["SensitiveAttribute", "IgnoreRecordedAttribute", "DataClassificationAttribute"];

    public static List<IPropertySymbol> Of(INamedTypeSymbol type, Compilation compilation)
    {
        var found = new List<IPropertySymbol>();
        var leftOut = new HashSet<string>(StringComparer.Ordinal); // An override or a hiding property says it for the one below, too.
        for (INamedTypeSymbol? at = type; at is not null && !TypeNames.Namespace(at).StartsWith("System", StringComparison.Ordinal); at = at.BaseType)
        {
            foreach (var property in at.GetMembers().OfType<IPropertySymbol>())
            {
                if (property.GetAttributes().Any(IsLeftOut))
                    leftOut.Add(property.Name);
                if (property is { IsStatic: false, IsIndexer: false, IsOverride: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null }
                    && compilation.IsSymbolAccessibleWithin(property.GetMethod, compilation.Assembly)
                    && !leftOut.Contains(property.Name)
                    && IsText(Underlying(property.Type))
                    && found.All(known => known.Name != property.Name))
                {
                    found.Add(property);
                }
            }
        }

        return found;
    }

    public static ExceptionProperty Model(IPropertySymbol property) => new(
        property.Name,
        TypeNames.Identifier(property.Name),
        Underlying(property.Type).TypeKind != TypeKind.Enum ? "" : IsNullable(property.Type) ? "(long?)" : "(long)");

    /// <summary>What reads a property in code.</summary>
    public static string Read(IPropertySymbol property)
    {
        var name = $"\"{property.Name}\"";
        var underlying = Underlying(property.Type);
        if (underlying.SpecialType == SpecialType.System_String)
            return $"parts.Text({name})";

        var read = $"parts.Value<{(underlying.TypeKind == TypeKind.Enum ? "long" : TypeNames.InCode(underlying))}>({name})";
        return (underlying.TypeKind == TypeKind.Enum, IsNullable(property.Type)) switch
        {
            (true, true) => $"({TypeNames.InCode(underlying)}?){read}",
            (true, false) => $"({TypeNames.InCode(underlying)})({read} ?? 0)",
            (false, true) => read,
            (false, false) => $"{read} ?? default",
        };
    }

    private static bool IsLeftOut(AttributeData attribute)
    {
        for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (LeftOut.Contains(type.Name))
                return true;
        }

        return false;
    }

    private static bool IsNullable(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        IsNullable(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;

    private static bool IsText(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum
        || type.SpecialType is SpecialType.System_String or SpecialType.System_Boolean or SpecialType.System_Decimal or SpecialType.System_Single or SpecialType.System_Double
            or (>= SpecialType.System_SByte and <= SpecialType.System_UInt64)
        || (type is { Name: "Guid" or "TimeSpan" or "DateTimeOffset" } && TypeNames.Namespace(type) == "System");
}
