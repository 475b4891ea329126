using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.CodeFixes.Determinism.Culture;

/// <summary>Adds arguments to calls.</summary>
internal static class ArgumentLists
{
    /// <summary>Adds an argument for the parameter at a place, which gets a name where the call no longer goes by place.</summary>
    public static ArgumentListSyntax Insert(ArgumentListSyntax list, int index, string parameter, ExpressionSyntax value)
    {
        var argument = SyntaxFactory.Argument(value);
        if (index > list.Arguments.Count || list.Arguments.Take(index).Any(static each => each.NameColon is not null))
            return Append(list, argument.WithNameColon(Name(parameter)));
        if (index == list.Arguments.Count)
            return Append(list, argument);
        // The argument that stood there hands its place and the white space before it over.
        var next = list.Arguments[index];
        return list.WithArguments(list.Arguments
            .Replace(next, next.WithLeadingTrivia(index == 0 ? SyntaxFactory.TriviaList(SyntaxFactory.Space) : next.GetLeadingTrivia()))
            .Insert(index, argument.WithLeadingTrivia(next.GetLeadingTrivia())));
    }

    /// <summary>Replaces the value of an argument.</summary>
    public static ArgumentListSyntax Replace(ArgumentListSyntax list, int index, ExpressionSyntax value)
    {
        var old = list.Arguments[index];
        return list.WithArguments(list.Arguments.Replace(old, old.WithExpression(value.WithTriviaFrom(old.Expression))));
    }

    private static ArgumentListSyntax Append(ArgumentListSyntax list, ArgumentSyntax argument) =>
        list.AddArguments(list.Arguments.Count == 0 ? argument : argument.WithLeadingTrivia(SyntaxFactory.Space));

    private static NameColonSyntax Name(string parameter) =>
        SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(parameter)).WithTrailingTrivia(SyntaxFactory.Space);
}
