using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>What is marked <c>[Sensitive]</c>, and so is erased when it is recorded.</summary>
internal static class SensitiveValues
{
    private const string Erased = "global::Reenact.Shims.ErasedCodec";

    /// <summary>The codec, or what erases in its place.</summary>
    public static string Codec(bool isSensitive, ITypeSymbol type, string codec) =>
        isSensitive && codec.Length > 0 ? $"{Erased}<{TypeNames.InCode(type)}, {codec}>" : codec;

    /// <summary>Whether a parameter is marked, or is what the setter of a marked property is given.</summary>
    public static bool IsMarked(IParameterSymbol parameter, KnownTypes known) =>
        Has(parameter, known)
        || (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.PropertySet, AssociatedSymbol: { } property } setter
            && parameter.Ordinal == setter.Parameters.Length - 1
            && IsMarked(property, known));

    /// <summary>Whether a method's result is marked, on the method or on <c>return:</c>; a getter's, on its property.</summary>
    public static bool IsResultMarked(IMethodSymbol method, KnownTypes known) =>
        Has(method, known)
        || (method is { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: { } property } && IsMarked(property, known))
        || method.GetReturnTypeAttributes().Any(data => IsSensitive(data, known));

    /// <summary>Whether a property or field is marked: itself, one that it overrides, or the parameter of a positional record that it stands for.</summary>
    public static bool IsMarked(ISymbol member, KnownTypes known)
    {
        for (var at = member; at is not null; at = (at as IPropertySymbol)?.OverriddenProperty)
        {
            if (Has(at, known) || IsMarkedInRecord(at, known))
                return true;
        }

        return false;
    }

    private static bool IsMarkedInRecord(ISymbol member, KnownTypes known) =>
        member.ContainingType is { IsRecord: true } type && type.InstanceConstructors.Any(constructor => constructor.Parameters.Any(
            parameter => parameter.Name == member.Name && Has(parameter, known)));

    private static bool Has(ISymbol symbol, KnownTypes known) => KnownTypes.Find(symbol, known.SensitiveAttribute) is not null;

    private static bool IsSensitive(AttributeData data, KnownTypes known) =>
        known.SensitiveAttribute is { } attribute && SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute);
}
