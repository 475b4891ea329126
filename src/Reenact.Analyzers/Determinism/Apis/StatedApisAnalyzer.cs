using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Reenact.Analyzers.Determinism.Apis;

/// <summary>REEN2013: lines of <c>Reenact.Determinism.txt</c> that can't be read.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StatedApisAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.UnreadableLine];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(Check);
    }

    private static void Check(AdditionalFileAnalysisContext context)
    {
        if (!StatedApis.IsOne(context.AdditionalFile) || context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
            return;
        var stated = StatedApis.Of(text);
        foreach (var line in stated.Unreadable.Concat(Contradictions(context, stated, text)))
        {
            var location = Location.Create(context.AdditionalFile.Path, line.Span, text.Lines.GetLinePositionSpan(line.Span));
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.UnreadableLine, location, StatedApis.FileName, line.Reason));
        }
    }

    /// <summary>Of two files that say different things about one API, the first is believed.</summary>
    private static IEnumerable<UnreadableLine> Contradictions(AdditionalFileAnalysisContext context, StatedApis stated, SourceText text)
    {
        foreach (var file in StatedApis.InOrder(context.Options.AdditionalFiles).TakeWhile(file => file.Path != context.AdditionalFile.Path))
        {
            if (file.GetText(context.CancellationToken) is not { } other)
                continue;
            var first = StatedApis.Of(other);
            foreach (var line in stated.Lines.Values.OrderBy(line => line.Line))
            {
                if (first.Lines.TryGetValue(line.Id, out var before) && before.Verdict.Rule != line.Verdict.Rule)
                    yield return new UnreadableLine(text.Lines[line.Line].Span, $"'{file.Path}' says otherwise in line {before.Line + 1}");
            }
        }
    }
}
