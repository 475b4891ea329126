using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Reenact.Analyzers.Determinism.Apis;
using Reenact.Analyzers.Determinism.CallGraph;

namespace Reenact.Analyzers.Determinism;

/// <summary>REEN2001 to REEN2012: what replayed code does that is not the same on replay.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeterminismAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.WallClock,
        Descriptors.Randomness,
        Descriptors.HostEnvironment,
        Descriptors.InputOutput,
        Descriptors.Scheduling,
        Descriptors.SharedState,
        Descriptors.UnstableHashCode,
        Descriptors.UnorderedEnumeration,
        Descriptors.CultureAndTimeZone,
        Descriptors.FireAndForget,
        Descriptors.RecordedWrite,
        Descriptors.UnknownTarget,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ReenactSymbols.Of(start.Compilation) is not { } symbols || ReplayedRoots.Find(start.Compilation, start.CancellationToken) is not { IsEmpty: false } roots)
                return;
            var code = Of(start.Compilation, symbols, roots, StatedApis.Of(start.Options.AdditionalFiles, start.CancellationToken));
            // A file at a time, so that an editor shows what stands in the open ones; no action per operation, which would bind all code.
            start.RegisterSemanticModelAction(model =>
            {
                foreach (var offence in code.Get(model.CancellationToken).In(model.SemanticModel.SyntaxTree))
                    model.ReportDiagnostic(offence.ToDiagnostic());
            });
        });
    }

    /// <summary>The replayed code of a compilation, found when it is first asked for.</summary>
    internal static ReplayedCodeOnce Of(Compilation compilation, ReenactSymbols symbols, ReplayedRoots roots, IReadOnlyList<StatedApis> stated)
    {
        var project = new AnalyzedProject(compilation, symbols, stated);
        return new ReplayedCodeOnce(
            new SharedScan(cancellationToken => roots.Entries(project.Members, project.Scanner, project.Cache, cancellationToken), project.Cache),
            cancellationToken => ReplayedCodeWalk.Run(project, roots, cancellationToken));
    }
}
