using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Reenact.Generators.Tests.Compiling;

namespace Reenact.Generators.Tests.Caching;

/// <summary>A small project whose files are edited, under one driver as in an editor.</summary>
internal sealed class EditedProject
{
    private CSharpCompilation compilation;

    public EditedProject(params string[] files)
        : this(TestCompilation.Of(files))
    {
    }

    public EditedProject(CSharpCompilation compilation)
    {
        this.compilation = compilation;
        Run = GeneratorRun.Of(compilation).Clean();
        Before = Run.Sources;
    }

    /// <summary>The last run.</summary>
    public GeneratorRun Run { get; private set; }

    /// <summary>What the run before the last emitted.</summary>
    public Dictionary<string, string> Before { get; private set; }

    /// <summary>The emitted files that the last edit changed, added or removed.</summary>
    public IEnumerable<string> Changed => Before.Keys.Union(Run.Sources.Keys)
        .Where(name => Before.GetValueOrDefault(name) != Run.Sources.GetValueOrDefault(name))
        .Order(StringComparer.Ordinal);

    /// <summary>Replaces text that stands in one of the files.</summary>
    public EditedProject Edit(string old, string replacement)
    {
        var tree = compilation.SyntaxTrees.Single(each => each.ToString().Contains(old, StringComparison.Ordinal));
        return Become(compilation.ReplaceSyntaxTree(tree, Parse(tree.ToString().Replace(old, replacement, StringComparison.Ordinal), tree.FilePath)));
    }

    public EditedProject Become(CSharpCompilation edited)
    {
        compilation = edited;
        Before = Run.Sources;
        Run = Run.Again(edited).Clean();
        return this;
    }

    public EditedProject Replace(MetadataReference old, MetadataReference replacement) => Become(compilation.ReplaceReference(old, replacement));

    /// <summary>Nothing was emitted, and no step of the generator's own has a changed output.</summary>
    public void AssertNothingEmitted()
    {
        foreach (var step in TrackedSteps.OwnNames)
            AssertUnchanged(step);

        Assert.Equal(0, Run.EmittedAnew());
        Assert.Empty(Changed);
    }

    /// <summary>Exactly these files were emitted, and all are different from what they were.</summary>
    public void AssertEmitted(params string[] files)
    {
        Assert.Equal(files.Order(StringComparer.Ordinal), Changed);
        Assert.Equal(files.Count(Run.Sources.ContainsKey), Run.EmittedAnew());
    }

    public void AssertUnchanged(params string[] steps)
    {
        foreach (var step in steps)
        {
            Assert.All(
                Run.ReasonsOf(step),
                reason => Assert.True(reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached, $"{step} was {reason}"));
        }
    }

    /// <summary>How often the step has each reason, for outputs that are not as they were.</summary>
    public void AssertChanged(string step, params IncrementalStepRunReason[] reasons) => Assert.Equal(
        reasons.Order(),
        Run.ReasonsOf(step).Where(static reason => reason is not (IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached)).Order());

    private static SyntaxTree Parse(string text, string path) =>
        CSharpSyntaxTree.ParseText(text, TestCompilation.ParseOptions, path, cancellationToken: TestContext.Current.CancellationToken);
}
