using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.CodeFixes.Determinism;

/// <summary>Captures what the environment says and no member of <c>Deterministic</c> covers: <c>Deterministic.Capture("machineName", static () => Environment.MachineName)</c>.</summary>
internal static class CapturedReads
{
    private static readonly string[] Types = ["System.Environment", "System.AppContext", "System.OperatingSystem", "System.Runtime.InteropServices.RuntimeInformation", "System.IO.Path"];

    /// <summary>Null for what isn't a read of the environment, and for values that no codec writes.</summary>
    public static Edit? Rewrite(string member, ExpressionSyntax expression, RewriteContext within)
    {
        var operation = within.Operation(expression);
        var (symbol, type) = operation switch
        {
            IPropertyReferenceOperation { Instance: null } property => ((ISymbol)property.Property, property.Type),
            IInvocationOperation { Instance: null } call => (call.TargetMethod, call.Type),
            _ => (null, null),
        };
        if (symbol is null || !Types.Contains(symbol.ContainingType.ToDisplayString()) || !IsWrittenAsIs(type) || expression is not (InvocationExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax)
            || expression.DescendantNodes().Any(static node => node is AwaitExpressionSyntax or DeclarationExpressionSyntax) || TakesByReference(operation))
        {
            return null;
        }

        var isStatic = expression is not InvocationExpressionSyntax invocation
            || invocation.ArgumentList.DescendantNodesAndSelf().All(node => within.Model.GetSymbolInfo(node, within.CancellationToken).Symbol is not (ILocalSymbol or IParameterSymbol or IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false } or IMethodSymbol { IsStatic: false })
                && node is not ThisExpressionSyntax);
        var name = CamelCase(symbol.Name);
        return Edit.Of<ExpressionSyntax>(expression, current => Capture(name, current, isStatic));
    }

    private static InvocationExpressionSyntax Capture(string name, ExpressionSyntax read, bool isStatic)
    {
        var capture = (InvocationExpressionSyntax)FrameworkCode.Parse($"Deterministic.Capture(\"{name}\", {(isStatic ? "static " : "")}() => default)");
        var lambda = capture.DescendantNodes().OfType<ParenthesizedLambdaExpressionSyntax>().Single();
        return capture.ReplaceNode(lambda, lambda.WithExpressionBody(read));
    }

    private static bool TakesByReference(IOperation? operation) =>
        operation is IInvocationOperation call && call.TargetMethod.Parameters.Any(static parameter => parameter.RefKind != RefKind.None || parameter.Type.IsRefLikeType);

    /// <summary>Types whose codec comes with the runtime.</summary>
    private static bool IsWrittenAsIs(ITypeSymbol? type) => type switch
    {
        { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_Double or SpecialType.System_String or SpecialType.System_DateTime } => true,
        { Name: "TimeSpan" or "Guid" or "DateTimeOffset", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => true,
        _ => false,
    };

    private static string CamelCase(string name)
    {
        var word = name.StartsWith("Get", StringComparison.Ordinal) && name.Length > 3 ? name.Substring(3) : name;
        return char.ToLowerInvariant(word[0]) + word.Substring(1);
    }
}
