using Microsoft.CodeAnalysis;
using Reenact.Generators.Emitting;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>What is marked <c>[Sensitive]</c> or classified, and so is redacted when it is recorded.</summary>
internal static class SensitiveValues
{
    /// <summary>The codec, or what redacts in its place.</summary>
    public static string Codec(SensitiveMark? mark, ITypeSymbol type, string codec) =>
        mark is not null && codec.Length > 0 ? $"{Emitted.Shims}RedactedCodec<{TypeNames.InCode(type)}, {codec}, {mark.Reference}>" : codec;

    /// <summary>How a parameter is marked, or what the setter of a marked property is given; null where it is not.</summary>
    public static SensitiveMark? Of(IParameterSymbol parameter, KnownTypes known) =>
        SensitiveMark.Of(parameter.GetAttributes(), known)
        ?? (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.PropertySet, AssociatedSymbol: { } property } setter
            && parameter.Ordinal == setter.Parameters.Length - 1
                ? Of(property, known)
                : null);

    /// <summary>How a method's result is marked, on the method or on <c>return:</c>; a getter's, on its property. Null where it is not.</summary>
    public static SensitiveMark? OfResult(IMethodSymbol method, KnownTypes known) =>
        SensitiveMark.Of(method.GetAttributes().AddRange(method.GetReturnTypeAttributes()), known)
        ?? (method is { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: { } property } ? Of(property, known) : null);

    /// <summary>How a property or field is marked: itself, one that it overrides, or the parameter of a positional record that it stands for. Null where it is not.</summary>
    public static SensitiveMark? Of(ISymbol member, KnownTypes known)
    {
        for (var at = member; at is not null; at = (at as IPropertySymbol)?.OverriddenProperty)
        {
            if (SensitiveMark.Of(at.GetAttributes().Concat(OnRecordParameter(at)), known) is { } mark)
                return mark;
        }

        return null;
    }

    private static IEnumerable<AttributeData> OnRecordParameter(ISymbol member) =>
        member.ContainingType is { IsRecord: true } type
            ? type.InstanceConstructors.SelectMany(static constructor => constructor.Parameters).Where(parameter => parameter.Name == member.Name).SelectMany(static parameter => parameter.GetAttributes())
            : [];
}
