using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Reenact.Analyzers.Determinism.Apis;

namespace Reenact.Analyzers.Determinism.Summaries;

/// <summary>
/// Emits which members of a library are not deterministic. It reads all code of the library, so it is an output of builds alone: an
/// editor does not run it, and asks the code of other projects itself.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class DeterminismSummaryGenerator : IIncrementalGenerator
{
    /// <summary>The step that reads the code.</summary>
    internal const string StepName = "DeterminismSummary";

    private const string HintName = "Reenact.DeterminismSummary.g.cs";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var stated = context.AdditionalTextsProvider.Where(StatedApis.IsOne).Collect();
        var source = context.CompilationProvider.Combine(stated)
            .Select(static (all, cancellationToken) => SummarySource.Of(all.Left, StatedApis.Of(all.Right, cancellationToken), cancellationToken))
            .WithTrackingName(StepName);
        context.RegisterImplementationSourceOutput(source, static (output, text) =>
        {
            if (text is not null)
                output.AddSource(HintName, SourceText.From(text, Encoding.UTF8));
        });
    }
}
