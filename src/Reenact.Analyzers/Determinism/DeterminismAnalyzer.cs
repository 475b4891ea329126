using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Reenact.Analyzers.Determinism.CallGraph;

namespace Reenact.Analyzers.Determinism;

/// <summary>REEN2001 to REEN2005: what replayed code uses that is not the same on replay.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeterminismAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Descriptors.WallClock, Descriptors.Randomness, Descriptors.HostEnvironment, Descriptors.InputOutput, Descriptors.Scheduling];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ReenactSymbols.Of(start.Compilation) is not { } symbols)
                return;
            var code = new ReplayedCodeOnce(start.Compilation, symbols);
            start.RegisterOperationBlockAction(block =>
            {
                foreach (var offence in code.Get(block.CancellationToken).In(block.OwningSymbol))
                    block.ReportDiagnostic(offence.ToDiagnostic());
            });
        });
    }
}
