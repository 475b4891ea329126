using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Shapes;

/// <summary>REEN1001, REEN1003, REEN1004, REEN1008 and REEN3001: what keeps a marked method from being recorded.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RecordedMethodAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ShapeDiagnostic.OfMethods;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ReenactSymbols.Of(start.Compilation) is not { } symbols)
                return;
            start.RegisterSymbolAction(
                symbol => Report((IMethodSymbol)symbol.Symbol, symbols, symbol.ReportDiagnostic, symbol.CancellationToken),
                SymbolKind.Method);

            // Functions inside members are no declared symbols, yet an attribute compiles on them.
            start.RegisterSyntaxNodeAction(
                node =>
                {
                    if (Function(node) is { } function)
                        Report(function, symbols, node.ReportDiagnostic, node.CancellationToken);
                },
                SyntaxKind.LocalFunctionStatement,
                SyntaxKind.ParenthesizedLambdaExpression,
                SyntaxKind.SimpleLambdaExpression);
        });
    }

    private static IMethodSymbol? Function(SyntaxNodeAnalysisContext context) => context.Node switch
    {
        LocalFunctionStatementSyntax { AttributeLists.Count: > 0 } local =>
            context.SemanticModel.GetDeclaredSymbol(local, context.CancellationToken),
        LambdaExpressionSyntax { AttributeLists.Count: > 0 } lambda =>
            context.SemanticModel.GetSymbolInfo(lambda, context.CancellationToken).Symbol as IMethodSymbol,
        _ => null,
    };

    private static void Report(IMethodSymbol method, ReenactSymbols symbols, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        // Both parts of a partial method carry its attributes.
        if (method.PartialDefinitionPart is not null || symbols.Parse(method, cancellationToken) is not { } shape)
            return;
        foreach (var problem in shape.Problems)
        {
            if (ShapeDiagnostic.OfMethods.FirstOrDefault(rule => rule.Id == problem.Id) is { } rule)
                report(ShapeDiagnostic.Create(rule, Named(problem, method), Place(method, problem, cancellationToken)));
        }
    }

    private static ShapeProblem Named(ShapeProblem problem, IMethodSymbol method) =>
        method.MethodKind == MethodKind.AnonymousFunction ? problem with { Subject = "A lambda in " + method.ContainingType.Name } : problem;

    private static Location Place(IMethodSymbol method, ShapeProblem problem, CancellationToken cancellationToken) => problem.Place switch
    {
        ShapePlace.Parameter => method.Parameters[problem.Index].Locations[0],
        ShapePlace.Result => ReenactSymbols.ResultLocation(method, cancellationToken),
        _ => method.Locations[0],
    };
}
