using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Reenact.Generators;

namespace Reenact.Analyzers.Tests;

/// <summary>What the sources of tests are compiled with: .NET 10 and the runtime, implicit usings on.</summary>
internal static class TestProject
{
    public const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Reenact;
        """;

    private const string DeterministicSource = """
        namespace Reenact;

        public static class Deterministic
        {
            public static DateTimeOffset UtcNow => default;
            public static Random Random => null!;
            public static TimeProvider TimeProvider => null!;
            public static Guid NewGuid() => default;
            public static Guid CreateVersion7() => default;
            public static Task Delay(TimeSpan duration, CancellationToken cancellationToken = default) => null!;
            public static string? GetEnvironmentVariable(string variable) => null;
            public static T Capture<T>(string name, Func<T> read) => read();
        }
        """;

    private static readonly ReferenceAssemblies Net10 =
        new("net10.0", new PackageIdentity("Microsoft.NETCore.App.Ref", "10.0.12"), Path.Combine("ref", "net10.0"));

    /// <summary>What writes the marked methods. What it writes is checked by its own tests.</summary>
    public static IEnumerable<Type> Generators { get; } = [typeof(RecordedMethodGenerator)];

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    public static CompilationOptions WithProjectOptions(CompilationOptions options) =>
        ((CSharpCompilationOptions)options).WithNullableContextOptions(NullableContextOptions.Enable).WithAllowUnsafe(true);

    public static Task<ImmutableArray<MetadataReference>> ResolveFrameworkAsync(CancellationToken cancellationToken) =>
        Net10.ResolveAsync(LanguageNames.CSharp, cancellationToken);

    public static void Configure(AnalyzerTest<DefaultVerifier> test)
    {
        test.ReferenceAssemblies = Net10;
        test.TestBehaviors |= TestBehaviors.SkipGeneratedSourcesCheck;
        test.TestState.AdditionalReferences.Add(typeof(RecordedAttribute).Assembly.Location);
        test.TestState.AdditionalReferences.Add(typeof(MessagePack.MessagePackWriter).Assembly.Location);
        AddSources(test.TestState);
    }

    public static void AddSources(SolutionState state)
    {
        state.Sources.Add(("/0/Usings.cs", ImplicitUsings));
        state.Sources.Add(("/0/Deterministic.cs", DeterministicSource));
    }
}
