using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Reenact.Generators.Tests.Compiling;

/// <summary>Compilations of test input against the runtime, as strict as a project can be.</summary>
internal static class TestCompilation
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    public const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Reenact;
        """;

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "Reenact.dll" or "MessagePack.dll" or "MessagePack.Annotations.dll" or "Microsoft.CSharp.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly SyntaxTree Usings = CSharpSyntaxTree.ParseText(ImplicitUsings, ParseOptions, "Usings.cs");

    public static CSharpCompilation Of(params string[] sources) => Named("TestInput", sources);

    /// <summary>The compilation with a library that was compiled from source, as a project sees a package.</summary>
    public static CSharpCompilation With(this CSharpCompilation compilation, string library)
    {
        using var image = new MemoryStream();
        var emitted = Named("Library", library).Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return compilation.AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
    }

    public static CSharpCompilation Named(string assemblyName, params string[] sources) => CSharpCompilation.Create(
        assemblyName,
        [Usings, .. sources.Select(static (source, i) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"Input{i}.cs"))],
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            generalDiagnosticOption: ReportDiagnostic.Error,
            // The SDK suppresses these two (references to older framework assemblies) in every project.
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)],
            allowUnsafe: true,
            warningLevel: 9999));
}
