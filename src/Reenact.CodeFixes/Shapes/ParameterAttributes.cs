using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.CodeFixes.Shapes;

/// <summary>Adds attributes to parameters, on their line.</summary>
internal static class ParameterAttributes
{
    /// <param name="parameter">The parameter.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="target">What of a primary constructor's parameter carries it.</param>
    public static ParameterSyntax Add(ParameterSyntax parameter, AttributeSyntax attribute, SyntaxKind target = SyntaxKind.None)
    {
        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute))
            .WithTarget(target == SyntaxKind.None ? null : Target(target))
            .WithLeadingTrivia(parameter.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.Space);
        return parameter.WithLeadingTrivia().WithAttributeLists(parameter.AttributeLists.Insert(0, list));
    }

    private static AttributeTargetSpecifierSyntax Target(SyntaxKind target) =>
        SyntaxFactory.AttributeTargetSpecifier(SyntaxFactory.Token(target)).WithTrailingTrivia(SyntaxFactory.Space);
}
