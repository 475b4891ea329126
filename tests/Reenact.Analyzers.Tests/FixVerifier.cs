using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Reenact.Analyzers.Tests;

/// <summary>Checks that a fix turns one source into another: one diagnostic at a time, and all at once.</summary>
internal static class FixVerifier<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    public static Task VerifyAsync(string source, string fixedSource)
    {
        var test = new Test { TestCode = source, FixedCode = fixedSource };
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Checks a fix over several documents: one diagnostic at a time, all of a document, all of the project.</summary>
    public static Task VerifyAsync(string[] sources, string[] fixedSources) => VerifyAsync(sources, fixedSources, [], []);

    /// <summary>Checks a fix over two projects that don't know each other, too.</summary>
    public static Task VerifyAsync(string[] sources, string[] fixedSources, string[] others, string[] fixedOthers)
    {
        var test = new Test();
        Add(sources, "/0/Test", test.TestState.Sources);
        Add(fixedSources, "/0/Test", test.FixedState.Sources);
        if (others.Length > 0)
        {
            AddProject(test.TestState, others);
            AddProject(test.FixedState, fixedOthers);
        }

        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static void AddProject(SolutionState state, string[] sources)
    {
        var project = new ProjectState("Other", LanguageNames.CSharp, "/1/Other", "cs");
        Add(sources, "/1/Other", project.Sources);
        project.Sources.Add(("/1/Usings.cs", TestProject.ImplicitUsings));
        project.AdditionalReferences.Add(typeof(RecordedAttribute).Assembly.Location);
        project.AdditionalReferences.Add(typeof(MessagePack.MessagePackWriter).Assembly.Location);
        state.AdditionalProjects.Add("Other", project);
    }

    private static void Add(string[] sources, string path, SourceFileList files)
    {
        for (var i = 0; i < sources.Length; i++)
            files.Add(($"{path}{i}.cs", sources[i]));
    }

    public static Task VerifyNoFixAsync(string source) => VerifyAsync(source, source);

    private sealed class Test : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    {
        public Test()
        {
            TestProject.Configure(this);
            TestProject.AddSources(FixedState);
        }

        protected override IEnumerable<Type> GetSourceGenerators() => TestProject.Generators;

        protected override ParseOptions CreateParseOptions() => TestProject.ParseOptions;

        protected override CompilationOptions CreateCompilationOptions() =>
            TestProject.WithProjectOptions(base.CreateCompilationOptions());
    }
}
