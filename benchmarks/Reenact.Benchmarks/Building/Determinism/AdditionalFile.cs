using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Reenact.Benchmarks.Building.Determinism;

/// <summary>An additional file of a project, in memory.</summary>
internal sealed class AdditionalFile(string path, string text) : AdditionalText
{
    private readonly SourceText content = SourceText.From(text);

    public override string Path { get; } = path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => content;
}
