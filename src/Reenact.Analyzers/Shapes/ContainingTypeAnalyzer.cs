using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Shapes;

/// <summary>REEN1002: a type around a marked method is not partial. Reported once for the type, however many methods it has.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContainingTypeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ContainingTypeNotPartial];

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
                symbol =>
                {
                    if (FirstProblem((INamedTypeSymbol)symbol.Symbol, symbols, symbol.CancellationToken) is { } problem)
                        symbol.ReportDiagnostic(ShapeDiagnostic.Create(Descriptors.ContainingTypeNotPartial, problem, symbol.Symbol.Locations[0]));
                },
                SymbolKind.NamedType);
        });
    }

    private static ShapeProblem? FirstProblem(INamedTypeSymbol type, ReenactSymbols symbols, CancellationToken cancellationToken) =>
        ContainingTypes.IsPartial(type)
            ? null
            : MarkedMethods(type, symbols)
                .SelectMany(method => symbols.Parse(method, cancellationToken)!.Problems, (method, problem) => (method, problem))
                .Where(found => found.problem.Kind == ShapeProblemKind.ContainingTypeNotPartial && IsAbout(found.problem, found.method, type))
                .Select(found => found.problem)
                .FirstOrDefault();

    private static bool IsAbout(ShapeProblem problem, IMethodSymbol method, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(ContainingTypes.Outwards(method.ContainingType).ElementAt(problem.Index), type);

    private static IEnumerable<IMethodSymbol> MarkedMethods(INamedTypeSymbol type, ReenactSymbols symbols)
    {
        var left = new Queue<INamedTypeSymbol>();
        left.Enqueue(type);
        while (left.Count > 0)
        {
            foreach (var member in left.Dequeue().GetMembers())
            {
                if (member is INamedTypeSymbol nested)
                    left.Enqueue(nested);
                else if (member is IMethodSymbol method && (symbols.IsRecorded(method) || symbols.IsReplayed(method)))
                    yield return method;
            }
        }
    }
}
