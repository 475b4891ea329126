using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Shapes;

/// <summary>
/// REEN1004 and REEN3001 of interfaces that <c>[assembly: RecordInterface]</c> names: what keeps them, or members of them, from being
/// recorded. Reported at the attribute, for the interface may be anywhere.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RecordedInterfaceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.UnsupportedSignature, Descriptors.NotRecordable];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ReenactSymbols.Of(start.Compilation) is { } symbols)
                start.RegisterSyntaxNodeAction(node => Report(node, symbols), SyntaxKind.CompilationUnit);
        });
    }

    private static void Report(SyntaxNodeAnalysisContext node, ReenactSymbols symbols)
    {
        if (((CompilationUnitSyntax)node.Node).AttributeLists.Count == 0)
            return;

        foreach (var attribute in node.Compilation.Assembly.GetAttributes())
        {
            if (attribute.ApplicationSyntaxReference is not { } place || place.SyntaxTree != node.Node.SyntaxTree)
                continue;

            var problems = symbols.ParseInterface(attribute, node.CancellationToken)?.Problems ?? [];
            foreach (var problem in problems)
            {
                if (ShapeDiagnostic.OfMethods.FirstOrDefault(rule => rule.Id == problem.Id) is { } rule)
                    node.ReportDiagnostic(ShapeDiagnostic.Create(rule, problem, place.GetSyntax(node.CancellationToken).GetLocation()));
            }
        }
    }
}
