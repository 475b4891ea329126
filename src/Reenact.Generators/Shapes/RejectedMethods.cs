using Microsoft.CodeAnalysis;
using Reenact.Generators.Models;

namespace Reenact.Generators.Shapes;

/// <summary>
/// Makes the model of a method that has problems. The compiler stops at a partial method without a body before any analyzer
/// is heard, so without one nobody who builds from a command line would see what the analyzers say.
/// </summary>
internal static class RejectedMethods
{
    private static readonly SymbolDisplayFormat Declaration = new(
        SymbolDisplayGlobalNamespaceStyle.Included,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters,
        SymbolDisplayMemberOptions.IncludeParameters,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeModifiers | SymbolDisplayParameterOptions.IncludeExtensionThis,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers | SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Null where a body would not compile either, and the compiler's own error says what is wrong.</summary>
    public static RejectedMethodModel? Create(IMethodSymbol method, IReadOnlyList<ShapeProblem> problems)
    {
        if (!method.IsPartialDefinition || !TakesBody(method)
            || problems.Any(static problem => problem.Kind == ShapeProblemKind.UnresolvedType))
        {
            return null;
        }

        var constraints = string.Concat(TypeParameterConstraints.OfDeclaration(method).Select(static clause => " " + clause));
        return new RejectedMethodModel(
            Containing(method),
            $"{MethodModels.Modifiers(method)}partial {ReturnType(method)} {method.ToDisplayString(Declaration)}{constraints}",
            string.Join(" ", problems.Select(static problem => problem.AsSentence)));
    }

    /// <summary>Members of interfaces and of ref structs can't be recorded, but a body is what they lack for the analyzers to be heard.</summary>
    private static bool TakesBody(IMethodSymbol method) =>
        DeclarationProblems.Placement(method) is null
        || (method is { IsAbstract: false, IsExtern: false, MethodKind: MethodKind.Ordinary, ContainingType: { TypeKind: TypeKind.Interface } or { IsRefLikeType: true } }
            && !ContainingTypes.Outwards(method.ContainingType).Any(static each => each.IsFileLocal));

    /// <summary>A pointer needs unsafe code: the method says so itself, or its type does, which then says it here too.</summary>
    private static ContainingTypeModel Containing(IMethodSymbol method)
    {
        var type = ContainingTypes.Model(method.ContainingType);
        return !MethodModels.Modifiers(method).Contains("unsafe ") && method.Parameters.Select(static each => each.Type).Append(method.ReturnType).Any(UnsafeTypes.IsUnsafe)
            ? type with { Declarations = type.Declarations.Select(static declaration => "unsafe " + declaration).ToEquatableArray() }
            : type;
    }

    private static string ReturnType(IMethodSymbol method)
    {
        var modifier = method.RefKind switch { RefKind.Ref => "ref ", RefKind.RefReadOnly => "ref readonly ", _ => "" };
        return modifier + (method.ReturnsVoid ? "void" : TypeNames.InSignature(method.ReturnType));
    }
}
