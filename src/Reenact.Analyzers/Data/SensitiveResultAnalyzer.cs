using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Reenact.Generators.Shapes;
using Reenact.Generators.Values;

namespace Reenact.Analyzers.Data;

/// <summary>REEN3003: a recorded method's result is redacted, whole or in part, in a form from which replay can't serve it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SensitiveResultAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.SensitiveResult];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ReenactSymbols.Of(start.Compilation) is { } symbols)
                start.RegisterSymbolAction(symbol => Check(symbol, symbols), SymbolKind.Method);
        });
    }

    private static void Check(SymbolAnalysisContext context, ReenactSymbols symbols)
    {
        // The result of a replayed method is compared, never served.
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null || !symbols.IsRecorded(method) || MethodResult.Of(method, symbols.Known).Type is not { } result)
            return;

        var place = ReenactSymbols.ResultLocation(method, context.CancellationToken);
        if (SensitiveValues.OfResult(method, symbols.Known) is { CanBeServed: false })
        {
            Report(context, place, [], method, "it", "Encrypt it for a role ([Sensitive(Role = \"…\")]), or return what replay needs in a member of its own, and mark the others");
            return;
        }

        foreach (var member in RecordedTypes.Members(result, symbols.Known, context.CancellationToken))
        {
            if (SensitiveValues.Of(member, symbols.Known) is { CanBeServed: false })
            {
                Report(
                    context,
                    place,
                    [member.Locations[0]],
                    method,
                    $"its member {member.ContainingType.Name}.{member.Name}",
                    "Encrypt it for a role ([Sensitive(Role = \"…\")]), or mark it [IgnoreRecorded] so that replay has its default value");
            }
        }
    }

    private static void Report(
        SymbolAnalysisContext context, Location place, ImmutableArray<Location> others, IMethodSymbol method, string what, string remedy) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.SensitiveResult,
            place,
            others.Where(static other => other.IsInSource),
            $"The result of {MethodNames.ForPeople(method)}",
            $"can't be served on replay, because {what} is sensitive, and recorded in a form that can't be given back",
            remedy));
}
