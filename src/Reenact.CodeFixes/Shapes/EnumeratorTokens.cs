using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.CodeFixes.Shapes;

/// <summary>Tells <c>[EnumeratorCancellation]</c> from other attributes of parameters: only the body of an async iterator may carry it.</summary>
internal static class EnumeratorTokens
{
    /// <summary>The parameter's attributes that say so, and no others.</summary>
    public static SyntaxList<AttributeListSyntax> Only(ParameterSyntax parameter) => Where(parameter, static attribute => IsMark(attribute));

    /// <summary>The parameter without them.</summary>
    public static ParameterSyntax Without(ParameterSyntax parameter)
    {
        var lists = Where(parameter, static attribute => !IsMark(attribute));
        return parameter.WithAttributeLists(lists).WithLeadingTrivia(parameter.GetLeadingTrivia());
    }

    private static SyntaxList<AttributeListSyntax> Where(ParameterSyntax parameter, Func<AttributeSyntax, bool> condition) => SyntaxFactory.List(
        parameter.AttributeLists
            .Select(list => list.Attributes.All(condition) ? list : list.WithAttributes(SyntaxFactory.SeparatedList(list.Attributes.Where(condition))))
            .Where(static list => list.Attributes.Count > 0));

    private static bool IsMark(AttributeSyntax attribute)
    {
        var name = attribute.Name is QualifiedNameSyntax qualified ? qualified.Right : attribute.Name;
        return name is SimpleNameSyntax { Identifier.ValueText: "EnumeratorCancellation" or "EnumeratorCancellationAttribute" };
    }
}
