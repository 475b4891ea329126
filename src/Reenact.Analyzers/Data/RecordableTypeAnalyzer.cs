using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Reenact.Analyzers.Shapes;
using Reenact.Generators.Shapes;
using Reenact.Generators.Values;

namespace Reenact.Analyzers.Data;

/// <summary>
/// REEN3001 of types that <c>[assembly: Recordable&lt;T&gt;]</c> names, at the attribute, and of type arguments of calls such as <c>Session.Snapshot</c>, at the
/// call: for these the generator emits nothing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RecordableTypeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.NotRecordable];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ReenactSymbols.Of(start.Compilation) is { } symbols && start.Compilation.GetTypeByMetadataName(KnownTypes.RecordableAttributeName) is { } attribute)
            {
                start.RegisterSyntaxNodeAction(node => Report(node, symbols, attribute), SyntaxKind.CompilationUnit);
                start.RegisterSyntaxNodeAction(node => ReportCall(node, symbols), SyntaxKind.InvocationExpression);
            }
        });
    }

    private static void Report(SyntaxNodeAnalysisContext node, ReenactSymbols symbols, INamedTypeSymbol recordable)
    {
        if (((CompilationUnitSyntax)node.Node).AttributeLists.Count == 0)
            return;

        foreach (var attribute in node.Compilation.Assembly.GetAttributes())
        {
            if (attribute.ApplicationSyntaxReference is not { } place || place.SyntaxTree != node.Node.SyntaxTree
                || !SymbolEqualityComparer.Default.Equals(attribute.AttributeClass?.OriginalDefinition, recordable))
            {
                continue;
            }

            foreach (var problem in RecordableTypes.Problems(attribute, symbols.Known, node.CancellationToken))
                node.ReportDiagnostic(ShapeDiagnostic.Create(Descriptors.NotRecordable, problem, place.GetSyntax(node.CancellationToken).GetLocation()));
        }
    }

    private static void ReportCall(SyntaxNodeAnalysisContext node, ReenactSymbols symbols)
    {
        var call = (InvocationExpressionSyntax)node.Node;
        foreach (var problem in RecordableTypes.Problems(call, node.SemanticModel, symbols.Known, node.CancellationToken))
            node.ReportDiagnostic(ShapeDiagnostic.Create(Descriptors.NotRecordable, problem, call.Expression.GetLocation()));
    }
}
