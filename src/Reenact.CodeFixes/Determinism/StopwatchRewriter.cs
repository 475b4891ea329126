using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Simplification;

namespace Reenact.CodeFixes.Determinism;

/// <summary>
/// Measures with <c>Deterministic.TimeProvider</c> in place of a <c>Stopwatch</c> that is started once, kept in a local, and only asked for the time that has passed.
/// </summary>
internal static class StopwatchRewriter
{
    public static IReadOnlyList<Edit> Rewrite(string member, ExpressionSyntax expression, RewriteContext within)
    {
        if (!member.Contains("System.Diagnostics.Stopwatch.") || Local(expression, within) is not { } local
            || local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(within.CancellationToken) is not VariableDeclaratorSyntax
            {
                Initializer.Value: InvocationExpressionSyntax start, Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } } declaration,
            }
            || within.Operation(start) is not IInvocationOperation { TargetMethod: { Name: "StartNew", ContainingType.Name: "Stopwatch" } })
        {
            return [];
        }

        var edits = new List<Edit> { Edit.Of<ExpressionSyntax>(start, static _ => FrameworkCode.Parse("Deterministic.TimeProvider.GetTimestamp()")) };
        if (!declaration.Type.IsVar)
            edits.Add(Edit.Of(declaration.Type, static _ => SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.LongKeyword))));
        foreach (var use in Uses(local, declaration, within))
        {
            if (use.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var asked } access || access.Expression != use || Elapsed(asked, local.Name) is not { } elapsed)
                return [];
            edits.Add(Edit.Of<ExpressionSyntax>(access, _ => elapsed));
        }

        return edits;
    }

    private static ILocalSymbol? Local(ExpressionSyntax expression, RewriteContext within) => expression switch
    {
        InvocationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } } => within.Model.GetDeclaredSymbol(declarator, within.CancellationToken) as ILocalSymbol,
        MemberAccessExpressionSyntax access => within.Model.GetSymbolInfo(access.Expression, within.CancellationToken).Symbol as ILocalSymbol,
        _ => null,
    };

    private static IEnumerable<IdentifierNameSyntax> Uses(ILocalSymbol local, SyntaxNode declaration, RewriteContext within)
    {
        var body = declaration.Ancestors().OfType<MemberDeclarationSyntax>().First();
        return body.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name =>
            name.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(within.Model.GetSymbolInfo(name, within.CancellationToken).Symbol, local));
    }

    private static ExpressionSyntax? Elapsed(string asked, string start) => asked switch
    {
        "Elapsed" => FrameworkCode.Parse($"Deterministic.TimeProvider.GetElapsedTime({start})"),
        "ElapsedMilliseconds" => FrameworkCode.Parse($"((long)Deterministic.TimeProvider.GetElapsedTime({start}).TotalMilliseconds)").WithAdditionalAnnotations(Simplifier.Annotation),
        _ => null,
    };
}
