using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules.Unawaited;

/// <summary>Finds <c>async void</c> methods, local functions and lambdas: nobody can await them.</summary>
internal static class AsyncVoid
{
    private const string ReturnTask = "return 'Task', and await it";

    public static Finding? Find(IOperation operation) => operation switch
    {
        IMethodBodyOperation { Syntax: MethodDeclarationSyntax method } when method.Modifiers.Any(SyntaxKind.AsyncKeyword) && IsVoid(method.ReturnType) =>
            Of("async void " + method.Identifier.Text, ReturnTask, method, method.Identifier),
        ILocalFunctionOperation { Symbol: { IsAsync: true, ReturnsVoid: true }, Syntax: LocalFunctionStatementSyntax function } =>
            Of("async void " + function.Identifier.Text, ReturnTask, function, function.Identifier),
        IAnonymousFunctionOperation { Symbol: { IsAsync: true, ReturnsVoid: true }, Syntax: AnonymousFunctionExpressionSyntax lambda } =>
            Of("async lambda without a task", "pass it as a delegate that returns 'Task', whose caller awaits it", lambda, lambda.AsyncKeyword),
        _ => null,
    };

    private static bool IsVoid(TypeSyntax type) => type is PredefinedTypeSyntax predefined && predefined.Keyword.IsKind(SyntaxKind.VoidKeyword);

    private static Finding Of(string subject, string remedy, SyntaxNode function, SyntaxToken mark) =>
        new(Descriptors.FireAndForget, subject, remedy, function) { Mark = mark };
}
