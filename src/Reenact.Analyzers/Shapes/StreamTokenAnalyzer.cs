using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Shapes;

/// <summary>REEN1009: the core of a recorded stream takes a token that does not hear of the token of an enumeration.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StreamTokenAnalyzer : DiagnosticAnalyzer
{
    private const string Attribute = "System.Runtime.CompilerServices.EnumeratorCancellationAttribute";
    private const string Stream = "System.Collections.Generic.IAsyncEnumerable`1";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.StreamTokenUnseen];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ReenactSymbols.Of(start.Compilation) is not { } symbols
                || start.Compilation.GetTypeByMetadataName(Stream) is not { } stream
                || start.Compilation.GetTypeByMetadataName(Attribute) is not { } attribute)
            {
                return;
            }

            start.RegisterSymbolAction(symbol => Check(symbol, symbols, stream, attribute), SymbolKind.Method);
        });
    }

    /// <summary>Looks at the core, where the diagnostic stands: the declaration may be in another file.</summary>
    private static void Check(SymbolAnalysisContext context, ReenactSymbols symbols, INamedTypeSymbol stream, INamedTypeSymbol attribute)
    {
        // An async method with such a result is an async iterator; others pass the token on in ways of their own.
        var core = (IMethodSymbol)context.Symbol;
        if (!core.IsAsync
            || !SymbolEqualityComparer.Default.Equals(core.ReturnType.OriginalDefinition, stream)
            || CoreCalls.MarkedMethodOf(core, symbols) is not { } marked)
        {
            return;
        }

        var tokens = core.Parameters.Where(symbols.IsToken).ToList();
        if (tokens.Count == 0 || tokens.Exists(token => KnownTypes.Find(token, attribute) is not null))
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.StreamTokenUnseen, tokens[0].Locations[0], tokens[0].Name, core.Name, MethodNames.ForPeople(marked)));
    }
}
