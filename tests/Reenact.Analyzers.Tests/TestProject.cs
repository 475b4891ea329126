using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace Reenact.Analyzers.Tests;

/// <summary>What the sources of tests are compiled with: .NET 10 and the runtime, implicit usings on.</summary>
internal static class TestProject
{
    /// <summary>The compiler's error on a marked method: the generator writes it, and these tests are about what its author wrote.</summary>
    public const string NoImplementation = "CS8795";

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Reenact;
        """;

    private static readonly ReferenceAssemblies Net10 =
        new("net10.0", new PackageIdentity("Microsoft.NETCore.App.Ref", "10.0.12"), Path.Combine("ref", "net10.0"));

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    public static void Configure(AnalyzerTest<DefaultVerifier> test)
    {
        test.ReferenceAssemblies = Net10;
        test.TestState.AdditionalReferences.Add(typeof(RecordedAttribute).Assembly.Location);
        test.TestState.Sources.Add(("/0/Usings.cs", ImplicitUsings));
    }
}
