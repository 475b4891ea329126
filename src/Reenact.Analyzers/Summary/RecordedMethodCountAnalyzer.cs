using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Reenact.Analyzers.Summary;

/// <summary>REEN0001: how many methods of a project are recorded and replayed, said once, when somebody asks for it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RecordedMethodCountAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.RecordedMethods];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ReenactSymbols.Of(start.Compilation) is not { } symbols)
                return;
            var count = new Count();
            start.RegisterSymbolAction(symbol => count.Add((IMethodSymbol)symbol.Symbol, symbols, symbol.CancellationToken), SymbolKind.Method);
            start.RegisterCompilationEndAction(end =>
            {
                if (count.ToDiagnostic() is { } diagnostic)
                    end.ReportDiagnostic(diagnostic);
            });
        });
    }

    private sealed class Count
    {
        private int recorded;
        private int replayed;
        private int rejected;

        public void Add(IMethodSymbol method, ReenactSymbols symbols, CancellationToken cancellationToken)
        {
            if (method.PartialDefinitionPart is not null || !symbols.IsMarked(method))
                return;
            if (symbols.Parse(method, cancellationToken) is not { Problems.Count: 0 })
                Interlocked.Increment(ref rejected);
            else if (symbols.IsReplayed(method))
                Interlocked.Increment(ref replayed);
            else
                Interlocked.Increment(ref recorded);
        }

        public Diagnostic? ToDiagnostic()
        {
            if (recorded + replayed + rejected == 0)
                return null;
            var rest = rejected == 0 ? "" : $"; {rejected} marked {(rejected == 1 ? "method" : "methods")} can't be, as errors say";
            return Diagnostic.Create(Descriptors.RecordedMethods, Location.None, recorded, recorded == 1 ? "method" : "methods", replayed, rest);
        }
    }
}
