using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Shapes;

/// <summary>REEN1007: two marked methods of a compilation are recorded under one name, which one of them claims with <c>Name</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClaimedNameAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.NameClaimedTwice];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ReenactSymbols.Of(start.Compilation) is not { } symbols)
                return;
            var names = new ClaimedNames(start.Compilation, symbols);
            start.RegisterSymbolAction(symbol => Check(symbol, symbols, names), SymbolKind.Method);
        });
    }

    private static void Check(SymbolAnalysisContext context, ReenactSymbols symbols, ClaimedNames names)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (!method.IsPartialDefinition || !symbols.IsMarked(method))
            return;
        var rivals = names.Rivals(method, context.CancellationToken).ToList();
        if (rivals.Count == 0)
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.NameClaimedTwice,
            method.Locations[0],
            rivals.Select(static rival => rival.Locations[0]),
            MethodNames.ForPeople(method),
            symbols.GivenName(method) is { Length: > 0 } given ? given : MethodNames.InRecordings(method),
            string.Join(" and ", rivals.Select(MethodNames.ForPeople).Distinct())));
    }
}
