using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Reenact.Analyzers.Tests;

/// <summary>Checks one analyzer against sources whose offences are marked <c>{|REEN2001:…|}</c>; other diagnostics fail the test.</summary>
internal static class RuleVerifier<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    public static Task VerifyAsync(params string[] sources) => VerifyAsync(sources, []);

    public static Task VerifyAsync(string[] sources, params DiagnosticResult[] expected)
    {
        var test = new Test();
        for (var i = 0; i < sources.Length; i++)
            test.TestState.Sources.Add(($"/0/Test{i}.cs", sources[i]));
        test.TestState.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Checks a source of a project that has additional files.</summary>
    public static Task VerifyWithFilesAsync(string source, (string Path, string Text)[] files, params DiagnosticResult[] expected)
    {
        var test = new Test { TestCode = source };
        test.TestState.ExpectedDiagnostics.AddRange(expected);
        foreach (var (path, text) in files)
            test.TestState.AdditionalFiles.Add((path, text));
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Checks a source that references another assembly, which is compiled from source too.</summary>
    public static Task VerifyWithLibraryAsync(string library, string source) =>
        TestWithLibrary(library, source).RunAsync(TestContext.Current.CancellationToken);

    /// <summary>Checks a source that references an assembly which knows nothing of Reenact, so that it doesn't say what its members do.</summary>
    public static Task VerifyWithForeignLibraryAsync(string library, string source) =>
        WithLibrary(library, source).RunAsync(TestContext.Current.CancellationToken);

    public static AnalyzerTest<DefaultVerifier> TestWithLibrary(string library, string source, params (string Path, string Text)[] files)
    {
        var test = WithLibrary(library, source, files);
        test.TestState.AdditionalProjects["Library"].AdditionalReferences.Add(typeof(RecordedAttribute).Assembly.Location);
        return test;
    }

    private static Test WithLibrary(string library, string source, params (string Path, string Text)[] files)
    {
        var test = new Test { TestCode = source };
        var project = new ProjectState("Library", LanguageNames.CSharp, "/1/Library", "cs") { Sources = { library } };
        test.TestState.AdditionalProjects.Add("Library", project);
        test.TestState.AdditionalProjectReferences.Add("Library");
        foreach (var (path, text) in files)
            test.TestState.AdditionalFiles.Add((path, text));
        return test;
    }

    /// <summary>Checks a source that references assemblies which are compiled already, or projects.</summary>
    public static Task VerifyWithReferencesAsync(string source, MetadataReference[] references, DiagnosticResult[]? expected = null, string? stated = null)
    {
        var test = new Test { TestCode = source };
        test.TestState.AdditionalReferences.AddRange(references);
        test.TestState.ExpectedDiagnostics.AddRange(expected ?? []);
        if (stated is not null)
            test.TestState.AdditionalFiles.Add(("/0/Reenact.Determinism.txt", stated));
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Test : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    {
        public Test() => TestProject.Configure(this);

        protected override IEnumerable<Type> GetSourceGenerators() => TestProject.Generators;

        protected override ParseOptions CreateParseOptions() => TestProject.ParseOptions;

        protected override CompilationOptions CreateCompilationOptions() =>
            TestProject.WithProjectOptions(base.CreateCompilationOptions());
    }
}
