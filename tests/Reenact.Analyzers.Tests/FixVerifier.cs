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
