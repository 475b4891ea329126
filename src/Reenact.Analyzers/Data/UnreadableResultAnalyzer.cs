using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Reenact.Analyzers.Shapes;

namespace Reenact.Analyzers.Data;

/// <summary>REEN3002: a recorded method returns what can be written but not read back.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreadableResultAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.NotReadable];

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
                    var method = (IMethodSymbol)symbol.Symbol;

                    // Both parts of a partial method carry its attributes.
                    if (method.PartialDefinitionPart is null && symbols.Parse(method, symbol.CancellationToken)?.Unreadable is { } problem)
                        symbol.ReportDiagnostic(ShapeDiagnostic.Create(Descriptors.NotReadable, problem, Place(method, symbol.CancellationToken)));
                },
                SymbolKind.Method);
        });
    }

    private static Location Place(IMethodSymbol method, CancellationToken cancellationToken) =>
        method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is MethodDeclarationSyntax declaration
            ? declaration.ReturnType.GetLocation()
            : method.Locations[0];
}
