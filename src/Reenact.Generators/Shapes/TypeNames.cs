using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Reenact.Generators.Values;

namespace Reenact.Generators.Shapes;

/// <summary>Names of types and members, for emitted code, for recordings and for people.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat Code = SymbolDisplayFormat.FullyQualifiedFormat;

    private static readonly SymbolDisplayFormat Signature = Code.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat OwnName = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static readonly SymbolDisplayFormat People = SymbolDisplayFormat.MinimallyQualifiedFormat;

    /// <summary>A type in emitted code: <c>global::Acme.Flight</c>.</summary>
    public static string InCode(ITypeSymbol type) => type.ToDisplayString(Code);

    /// <summary>A type in an emitted signature, which keeps its nullable annotations.</summary>
    public static string InSignature(ITypeSymbol type) => type.ToDisplayString(Signature);

    /// <summary>A type as a person says it: <c>List&lt;Flight&gt;</c>.</summary>
    public static string Short(ITypeSymbol type) => type.ToDisplayString(People);

    /// <summary>The name of a parameter or member in code; a keyword gets its <c>@</c>.</summary>
    public static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>A type's own name where code declares it: <c>Page&lt;T&gt;</c>.</summary>
    public static string InDeclaration(INamedTypeSymbol type) => type.ToDisplayString(OwnName);

    /// <summary>
    /// A type's full name, the same whatever aliases, nullable annotations and tuple names the code uses:
    /// <c>System.Collections.Generic.List&lt;Acme.Outer+Inner&gt;</c>. Type parameters are their place: <c>!0</c> of types, <c>!!0</c> of methods.
    /// </summary>
    public static string Full(ITypeSymbol type)
    {
        var name = new StringBuilder();
        AppendFull(name, type);
        return name.ToString();
    }

    /// <summary>A type's full name in messages of emitted code.</summary>
    public static string ForPeople(ITypeSymbol type) => OpenTypes.IsOpen(type) ? InCode(type).Replace("global::", "") : Full(type);

    /// <summary>A type declaration's name in recordings and in the runtime, with arity: <c>Acme.Outer`1+Inner</c>.</summary>
    public static string Declaration(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer)
            return Declaration(outer) + "+" + type.MetadataName;

        return Namespace(type) is { Length: > 0 } space ? space + "." + type.MetadataName : type.MetadataName;
    }

    /// <summary>A type's namespace, as it is spelled in metadata; empty for the global one.</summary>
    public static string Namespace(ITypeSymbol type) => Namespace(type.ContainingNamespace);

    private static string Namespace(INamespaceSymbol? space) => space switch
    {
        null or { IsGlobalNamespace: true } => "",
        { ContainingNamespace.IsGlobalNamespace: true } => space.Name,
        _ => Namespace(space.ContainingNamespace) + "." + space.Name,
    };

    private static void AppendFull(StringBuilder name, ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                AppendFull(name, array.ElementType);
                name.Append('[').Append(',', array.Rank - 1).Append(']');
                break;
            case INamedTypeSymbol { IsTupleType: true, TupleUnderlyingType: { } underlying } tuple when !SymbolEqualityComparer.Default.Equals(underlying, tuple):
                AppendFull(name, underlying);
                break;
            case INamedTypeSymbol named:
                AppendNamed(name, named);
                break;
            case ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } parameter:
                name.Append("!!").Append(parameter.Ordinal);
                break;
            case ITypeParameterSymbol parameter:
                name.Append('!').Append(OuterArity(parameter.DeclaringType) + parameter.Ordinal);
                break;
            default:
                name.Append(type.ToDisplayString());
                break;
        }
    }

    /// <summary>How many type parameters the types around a type have.</summary>
    private static int OuterArity(INamedTypeSymbol? type) => type?.ContainingType is { } outer ? OuterArity(outer) + outer.Arity : 0;

    private static void AppendNamed(StringBuilder name, INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer)
        {
            AppendFull(name, outer);
            name.Append('+');
        }
        else if (Namespace(type) is { Length: > 0 } space)
        {
            name.Append(space).Append('.');
        }

        name.Append(type.Name);
        for (var i = 0; i < type.TypeArguments.Length; i++)
        {
            name.Append(i == 0 ? '<' : ',');
            AppendFull(name, type.TypeArguments[i]);
        }

        if (type.TypeArguments.Length > 0)
            name.Append('>');
    }
}
