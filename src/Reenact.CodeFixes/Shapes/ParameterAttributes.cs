using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.CodeFixes.Shapes;

/// <summary>Adds attributes to parameters, on their line.</summary>
internal static class ParameterAttributes
{
    public static ParameterSyntax Add(ParameterSyntax parameter, AttributeSyntax attribute)
    {
        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute))
            .WithLeadingTrivia(parameter.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.Space);
        return parameter.WithLeadingTrivia().WithAttributeLists(parameter.AttributeLists.Insert(0, list));
    }
}
