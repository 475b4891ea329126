using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.Generators.Values;

/// <summary>
/// Finds parameters of primary constructors that only members can be using, so that the compiler keeps them in fields. Bodies are not
/// read: a parameter that no initializer and no base type takes is one.
/// </summary>
internal static class CapturedParameters
{
    public static IEnumerable<IParameterSymbol> Of(INamedTypeSymbol type)
    {
        if (type.IsRecord)
            yield break;

        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not TypeDeclarationSyntax)
                continue;

            var taken = NamesTaken(type);
            foreach (var parameter in constructor.Parameters)
            {
                if (!taken.Contains(parameter.Name))
                    yield return parameter;
            }
        }
    }

    /// <summary>The identifiers in initializers of fields and properties and in what is given to the base type.</summary>
    private static HashSet<string> NamesTaken(INamedTypeSymbol type)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is not TypeDeclarationSyntax declaration)
                continue;

            foreach (var initial in declaration.Members.SelectMany(InitialValues).Concat(declaration.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>() ?? []))
            {
                foreach (var token in initial.DescendantTokens())
                {
                    if (token.IsKind(SyntaxKind.IdentifierToken))
                        names.Add(token.ValueText);
                }
            }
        }

        return names;
    }

    private static IEnumerable<SyntaxNode> InitialValues(MemberDeclarationSyntax member) => member switch
    {
        PropertyDeclarationSyntax { Initializer: { } initializer } => [initializer],
        FieldDeclarationSyntax field => field.Declaration.Variables.Where(static each => each.Initializer is not null).Select(static each => each.Initializer!),
        _ => [],
    };
}
