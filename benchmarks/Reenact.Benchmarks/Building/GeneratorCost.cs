using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Reenact.Generators;
using Reenact.Generators.Incremental;

namespace Reenact.Benchmarks.Building;

/// <summary>
/// What the generator costs: the first run over a project, the runs after edits, and the memory it keeps; beside finding marked
/// methods alone, and System.Text.Json's generator for the same data types.
/// </summary>
internal sealed class GeneratorCost
{
    private const int Rounds = 7;
    private const int WarmUps = 4;
    private const int EditsPerRound = 7;

    private readonly GeneratedProject project = new();
    private readonly List<string> files;
    private readonly List<string> jsonFiles;
    private readonly SourceEdit[] edits;
    private int number;

    private GeneratorCost()
    {
        files = [.. project.TypeFiles, .. project.MethodFiles, .. Enumerable.Range(0, 100).Select(ThrowingFile)];
        jsonFiles = [.. project.TypeFiles, .. Enumerable.Range(0, 100).Select(ThrowingFile), project.JsonContext()];
        var methods = project.TypeFiles.Count + 3;
        edits =
        [
            new("a body in another file", files.Count - 1, "return a;", "return a + {0};"),
            new("a comment", methods, "private", "/* {0} */ private"),
            new("the body of a core", methods, "query + item", "query + {0} + item"),
            new("a declaration in another file", files.Count - 1, "int M1(", "int M{0}("),
            new("a signature", methods, "string query, int limit)", "string query{0}, int limit)"),
            new("a data type", 1, "namespace Made.Data;", "namespace Made.Data; public sealed record Extra{0}(int Number);"),
        ];
    }

    public static void Run() => new GeneratorCost().Measure();

    private void Measure()
    {
        var ours = Rows(files, static () => new RecordedMethodGenerator(), edits);
        var floor = Rows(files, static () => new EmptyGenerator(), edits[..1]);
        var jsonEdits = new[] { edits[0] with { File = jsonFiles.Count - 2 }, edits[3] with { File = jsonFiles.Count - 2 } };
        var json = Rows(jsonFiles, CompileCost.JsonGenerator, jsonEdits);
        var compile = Compile();
        Print("Reenact", ours);
        Print("Finding marked methods, and nothing else", floor);
        Print("System.Text.Json, the same 300 types", json);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Compiling everything takes {compile:0} ms processor; our first run is {ours[0].Median / compile:P1} of it."));
        var kept = Kept(new RecordedMethodGenerator()) - Kept(new EmptyGenerator());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Kept between edits: {kept / 1e6:0.0} MB with the emitted texts and trees, of it models {Models() / 1e6:0.0} MB."));
    }

    private List<GeneratorTimes> Rows(List<string> sources, Func<IIncrementalGenerator> generator, SourceEdit[] edited)
    {
        var first = new GeneratorTimes("first run");
        var rows = edited.Select(static edit => new GeneratorTimes(edit.Name)).ToList();
        for (var round = -WarmUps; round < Rounds; round++)
        {
            // Another assembly, so that nothing read before serves it.
            var compilation = ProjectCompilation.Of(sources).WithAssemblyName($"Made{number++}");
            GC.Collect();
            var driver = first.Run(Driver(generator()), compilation, round >= 0);
            for (var i = 0; i < edited.Length; i++)
            {
                for (var time = 0; time < EditsPerRound; time++)
                {
                    compilation = Edit(compilation, edited[i], sources);
                    driver = rows[i].Run(driver, compilation, round >= 0);
                }
            }
        }

        return [first, .. rows];
    }

    private CSharpCompilation Edit(CSharpCompilation compilation, SourceEdit edit, List<string> sources)
    {
        // The first file is that of the usings.
        var tree = compilation.SyntaxTrees[edit.File + 1];
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(edit.Apply(sources[edit.File], number++))));
    }

    private double Compile()
    {
        var emitted = ProjectCompilation.Of(files).Output(new RecordedMethodGenerator());
        var row = new CompileRow("all", files, emitted);
        for (var round = -1; round < 3; round++)
            row.Compile(isWarmUp: round < 0);

        return row.Median;
    }

    /// <summary>Bytes that a compilation and its driver hold after an edit that changed no declaration.</summary>
    private long Kept(IIncrementalGenerator generator)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var compilation = ProjectCompilation.Of(files).WithAssemblyName($"Made{number++}");
        var driver = Driver(generator).RunGenerators(compilation);
        compilation = Edit(compilation, edits[0], files);
        driver = driver.RunGenerators(compilation);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(driver);
        GC.KeepAlive(compilation);
        return after - before;
    }

    /// <summary>Bytes that remain of a run when its compilation and driver are gone.</summary>
    private long Models()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var declarations = Declarations();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(declarations);
        return after - before;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private CompilationDeclarations Declarations()
    {
        var compilation = ProjectCompilation.Of(files).WithAssemblyName($"Made{number++}");
        Driver(new RecordedMethodGenerator()).RunGenerators(compilation);
        return CompilationDeclarations.Of(compilation);
    }

    private static GeneratorDriver Driver(IIncrementalGenerator generator) =>
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: ProjectCompilation.ParseOptions);

    /// <summary>Code that records nothing, and throws and catches as services do.</summary>
    private static string ThrowingFile(int file) => string.Create(
        CultureInfo.InvariantCulture,
        $"namespace Made.Other;\n\npublic class Fault{file}Exception(string message) : Exception(message);\n\npublic class Service{file}\n{{\n")
        + string.Concat(Enumerable.Range(0, 20).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $"    public int M{i}(int a)\n    {{\n        try\n        {{\n            if (a > {i}) throw new InvalidOperationException(\"x\");\n            if (a < 0) throw new Fault{(file + i) % 100}Exception(\"y\");\n            return a;\n        }}\n        catch (ArgumentException)\n        {{\n            return 0;\n        }}\n    }}\n\n")))
        + "}\n";

    private static void Print(string title, List<GeneratorTimes> rows)
    {
        Console.WriteLine(title);
        foreach (var row in rows)
            Console.WriteLine("  " + row);
    }
}
