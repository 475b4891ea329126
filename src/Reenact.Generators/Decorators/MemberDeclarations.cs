using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Reenact.Generators.Models;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Decorators;

/// <summary>Declarations of a decorator's members, in code.</summary>
internal static class MemberDeclarations
{
    private static readonly SymbolDisplayFormat Parameters = new(
        SymbolDisplayGlobalNamespaceStyle.Included,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeModifiers,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers | SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Whether the accessor exists and an implementation has to, or can, replace it.</summary>
    public static bool IsImplemented(IMethodSymbol? accessor, KnownTypes known) =>
        accessor is not null && (accessor.IsAbstract || accessor.IsVirtual) && known.Compilation.IsSymbolAccessibleWithin(accessor, known.Compilation.Assembly);

    /// <summary>The interface before the name of an explicit implementation; else empty.</summary>
    public static string Qualifier(InterfaceMember member) => member.IsExplicit ? TypeNames.InCode(member.Symbol.ContainingType) + "." : "";

    public static string Of(IPropertySymbol property, InterfaceMember member)
    {
        var name = property.IsIndexer ? $"this[{List(property.Parameters, withDefaults: !member.IsExplicit)}]" : TypeNames.Identifier(property.Name);
        return $"{Modifiers(member, property.Type, property.Parameters)}{ByReference(property.RefKind)}{TypeNames.InSignature(property.Type)} {Qualifier(member)}{name}";
    }

    public static string Of(IEventSymbol @event, InterfaceMember member) =>
        $"{Modifiers(member, @event.Type, [])}event {TypeNames.InSignature(@event.Type)} {Qualifier(member)}{TypeNames.Identifier(@event.Name)}";

    /// <summary>A method that can't be recorded, so that no model of it exists.</summary>
    public static string OfRejected(IMethodSymbol method, InterfaceMember member)
    {
        var constraints = member.IsExplicit ? TypeParameterConstraints.OfExplicitImplementation(method) : TypeParameterConstraints.Of(method);
        var typeParameters = method.Arity == 0 ? "" : $"<{string.Join(", ", method.TypeParameters.Select(static each => TypeNames.Identifier(each.Name)))}>";
        var result = method.ReturnsVoid ? "void" : ByReference(method.RefKind) + TypeNames.InSignature(method.ReturnType);
        return $"{Modifiers(member, method.ReturnType, method.Parameters)}{result} {Qualifier(member)}{TypeNames.Identifier(method.Name)}{typeParameters}"
            + $"({List(method.Parameters, withDefaults: !member.IsExplicit)}){string.Concat(constraints.Select(static clause => " " + clause))}";
    }

    /// <summary>The parameters with the default values that the interface states for them.</summary>
    public static EquatableArray<ParameterModel> WithDefaults(EquatableArray<ParameterModel> models, IReadOnlyList<IParameterSymbol> parameters) =>
        models.Select((model, i) => model with { Default = Default(parameters[i]) }).ToEquatableArray();

    public static string Throw(string message) =>
        $"throw new global::System.InvalidOperationException({SymbolDisplay.FormatLiteral(message, quote: true)});";

    private static string List(IEnumerable<IParameterSymbol> parameters, bool withDefaults) =>
        string.Join(", ", parameters.Select(each => each.ToDisplayString(Parameters) + (withDefaults ? Default(each) : "")));

    private static string Default(IParameterSymbol parameter) => parameter.HasExplicitDefaultValue ? " = " + DefaultValues.Of(parameter) : "";

    private static string ByReference(RefKind kind) => kind switch { RefKind.Ref => "ref ", RefKind.RefReadOnly => "ref readonly ", _ => "" };

    private static string Modifiers(InterfaceMember member, ITypeSymbol type, IEnumerable<IParameterSymbol> parameters) =>
        (member.IsExplicit ? "" : "public ") + (parameters.Select(static each => each.Type).Append(type).Any(UnsafeTypes.IsUnsafe) ? "unsafe " : "");
}
