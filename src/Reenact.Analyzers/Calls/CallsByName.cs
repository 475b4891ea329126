using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Calls;

/// <summary>
/// Finds uses of methods by their names first. An action for each operation would have the compiler bind all code of a project, which costs
/// more than everything that rules do; so only the bodies are bound that name such a method.
/// </summary>
internal static class CallsByName
{
    /// <summary>Acts on calls of methods that may be meant.</summary>
    public static void RegisterCallAction(
        this CompilationStartAnalysisContext context, Func<string, bool> isMeant, Action<SyntaxNodeAnalysisContext, IInvocationOperation> action) =>
        context.RegisterSyntaxNodeAction(
            node =>
            {
                if (Name(((InvocationExpressionSyntax)node.Node).Expression) is { } name && isMeant(name.Identifier.ValueText)
                    && node.SemanticModel.GetOperation(node.Node, node.CancellationToken) is IInvocationOperation call)
                {
                    action(node, call);
                }
            },
            SyntaxKind.InvocationExpression);

    /// <summary>Acts on calls of methods that may be meant, and where such a method is made a delegate.</summary>
    public static void RegisterUseAction(
        this CompilationStartAnalysisContext context, Func<string, bool> isMeant, Action<SyntaxNodeAnalysisContext, IOperation> action) =>
        context.RegisterSyntaxNodeAction(
            node =>
            {
                if (isMeant(((SimpleNameSyntax)node.Node).Identifier.ValueText)
                    && node.SemanticModel.GetOperation(Use((SimpleNameSyntax)node.Node), node.CancellationToken) is { } use and (IInvocationOperation or IMethodReferenceOperation))
                {
                    action(node, use);
                }
            },
            SyntaxKind.IdentifierName,
            SyntaxKind.GenericName);

    private static SimpleNameSyntax? Name(ExpressionSyntax called) => called switch
    {
        SimpleNameSyntax simple => simple,
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => null,
    };

    /// <summary>The whole expression that names a method, or calls it.</summary>
    private static SyntaxNode Use(SimpleNameSyntax name)
    {
        var member = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access,
            MemberBindingExpressionSyntax binding => binding,
            _ => (ExpressionSyntax)name,
        };
        return member.Parent is InvocationExpressionSyntax call && call.Expression == member ? call : member;
    }
}
