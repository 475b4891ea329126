using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Reenact.CodeFixes;

/// <summary>Makes expressions that are written with short type names valid in any file: it qualifies them, and asks for the simplest name that works.</summary>
internal static class FrameworkCode
{
    private static readonly Dictionary<string, string> Namespaces = new(StringComparer.Ordinal)
    {
        ["Deterministic"] = "Reenact",
        ["DateTime"] = "System",
        ["DateTimeOffset"] = "System",
        ["TimeSpan"] = "System",
        ["NotImplementedException"] = "System",
        ["CallKind"] = "Reenact",
    };

    public static ExpressionSyntax Parse(string expression)
    {
        var parsed = SyntaxFactory.ParseExpression(expression);
        return parsed.ReplaceNodes(
            parsed.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name => IsLeftmost(name) && Namespaces.ContainsKey(name.Identifier.Text)),
            (name, _) => Qualified(name).WithTriviaFrom(name));
    }

    /// <summary>An attribute with its arguments, of Reenact unless said: <c>Recorded(CallKind.Model)</c>.</summary>
    public static AttributeSyntax ParseAttribute(string attribute, string space = "Reenact")
    {
        var start = attribute.IndexOf('(');
        var name = start < 0 ? attribute : attribute.Substring(0, start);
        var parsed = SyntaxFactory.Attribute(SyntaxFactory.ParseName($"global::{space}.{name}Attribute").WithAdditionalAnnotations(Simplifier.Annotation));
        if (start < 0)
            return parsed;
        var arguments = SyntaxFactory.ParseAttributeArgumentList(attribute.Substring(start))!;
        return parsed.WithArgumentList(arguments.ReplaceNodes(
            arguments.DescendantNodes().OfType<IdentifierNameSyntax>().Where(static each =>
                each.Parent is not NameEqualsSyntax && IsLeftmost(each) && Namespaces.ContainsKey(each.Identifier.Text)),
            static (each, _) => Qualified(each).WithTriviaFrom(each)));
    }

    private static bool IsLeftmost(IdentifierNameSyntax name) => name.Parent is not MemberAccessExpressionSyntax access || access.Expression == name;

    private static ExpressionSyntax Qualified(IdentifierNameSyntax name)
    {
        var qualified = "global::" + Namespaces[name.Identifier.Text] + "." + name.Identifier.Text;
        return (name.Parent is ObjectCreationExpressionSyntax ? SyntaxFactory.ParseTypeName(qualified) : SyntaxFactory.ParseExpression(qualified))
            .WithAdditionalAnnotations(Simplifier.Annotation);
    }
}
