using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Reenact.Generators;

namespace Reenact.Benchmarks.Building;

/// <summary>
/// What emitted code costs the compiler, beside what System.Text.Json's source generator emits for the same types. In the
/// compiler's processor time, which other work on the machine moves less than it moves the clock; parsing is part of it.
/// </summary>
internal sealed class CompileCost
{
    private const int Rounds = 7;
    private const int WarmUps = 4;

    private readonly GeneratedProject project = new();
    private readonly List<CompileRow> rows = [];

    public static void Run() => new CompileCost().Measure();

    private void Measure()
    {
        IReadOnlyList<string> typesAndMethods = [.. project.TypeFiles, .. project.MethodFiles];
        var ours = ProjectCompilation.Of(typesAndMethods).Output(new RecordedMethodGenerator());
        var codecs = ours.Where(static source => source.Contains("global::Reenact.IValueCodec<", StringComparison.Ordinal)).ToList();
        IReadOnlyList<string> typesAndContext = [.. project.TypeFiles, project.JsonContext()];
        var theirs = ProjectCompilation.Of(typesAndContext).Output(JsonGenerator());

        rows.Add(new("300 types", project.TypeFiles, []));
        rows.Add(new("and their codecs", project.TypeFiles, codecs));
        rows.Add(new("and their JsonSerializerContext", typesAndContext, theirs));
        rows.Add(new("300 types and 1,000 methods, unrecorded", [.. project.TypeFiles, .. project.MethodFiles.Select(GeneratedProject.Unrecorded)], []));
        rows.Add(new("the same, recorded", typesAndMethods, ours));
        for (var round = -WarmUps; round < Rounds; round++)
        {
            foreach (var row in rows)
                row.Compile(isWarmUp: round < 0);
        }

        Print(codecs);
    }

    private void Print(List<string> codecs)
    {
        foreach (var row in rows)
            Console.WriteLine(row);

        var codecCost = rows[1].Median - rows[0].Median;
        var jsonCost = rows[2].Median - rows[0].Median;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Codecs add {codecCost:0} ms, the context {jsonCost:0} ms: {codecCost / jsonCost:0.000} of it; {(double)rows[1].EmittedLines / codecs.Count:0} lines a type."));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Recording adds {rows[4].Median - rows[3].Median:0} ms to the whole project."));
    }

    public static IIncrementalGenerator JsonGenerator()
    {
        var shared = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var packs = Path.GetFullPath(Path.Combine(shared, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        var path = Directory.EnumerateFiles(packs, "System.Text.Json.SourceGeneration.dll", SearchOption.AllDirectories)
            .Where(static path => path.Contains("10.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Last();
        var generator = Assembly.LoadFrom(path).GetTypes().Single(static type => type.Name == "JsonSourceGenerator");
        return (IIncrementalGenerator)Activator.CreateInstance(generator)!;
    }
}
