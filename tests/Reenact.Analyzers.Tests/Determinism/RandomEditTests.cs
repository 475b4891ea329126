using System.Collections.Immutable;
using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Reenact.Analyzers.Determinism;

namespace Reenact.Analyzers.Tests.Determinism;

/// <summary>What is kept of bodies over edits says the same as code that is read for the first time.</summary>
public sealed class RandomEditTests
{
    private const int Files = 5;
    private const int Edits = 12;

    private static readonly string[] Statements =
    [
        "", "_ = DateTime.Now;", "_ = Part{0}.Read();", "_ = new Part{0}().Size;", "_ = new Part{0}().GetHashCode();", "_ = Part{0}.Shared;", "new Part{0}().Run();",
        "Part{0} part = new(); part.Run();", "var part = (IPart)(object)new Part{0}(); part.Run();", "_ = Part{0}.Held();", "Part{0}.Hold();", "Base part = new Part{0}(); part.Step();", "foreach (var item in Part{0}.Items) _ = item;",
        "_ = Shelf.Label{0}();", "Shelf.Kept{0}.Add(1);", "Part{0}.Kept.Add(1);",
    ];

    private static readonly string[] Values = ["1", "DateTime.Now.Year", "Environment.ProcessId", "new Part{0}().Size", "Part{0}.Read()"];

    private static readonly string[] Modifiers = ["", "readonly"];

    private static readonly string[] Bases = ["Base", "Base, IPart"];

    private static readonly string[] Hashes = ["1", "HashCode.Combine(1)", "\"a\".GetHashCode()"];

    private static readonly string[] Collections = ["List", "HashSet", "SortedSet"];

    /// <summary>One choice for each place of a file.</summary>
    private static readonly Gen<int[]> File = Gen.Int[0, 1000].Array[9];

    [Fact]
    public async Task Edits_of_any_kind_are_seen()
    {
        var references = ImmutableArray.CreateRange<MetadataReference>(await TestProject.ResolveFrameworkAsync(TestContext.Current.CancellationToken))
            .Add(MetadataReference.CreateFromFile(typeof(RecordedAttribute).Assembly.Location));
        Gen.Select(File.Array[Files], Gen.Select(Gen.Int[0, Files - 1], Gen.Int[0, 8], Gen.Int[0, 1000]).Array[Edits]).Sample(
            (files, edits) =>
            {
                var trees = files.Select((choices, file) => Parse(file, choices)).ToArray();
                _ = Found(trees, references);
                foreach (var (file, place, choice) in edits)
                {
                    files[file][place] = choice;
                    trees[file] = Parse(file, files[file]);
                    var again = files.Select((choices, each) => Parse(each, choices)).ToArray();
                    Assert.Equal(Found(again, references), Found(trees, references));
                }
            },
            iter: 12,
            threads: 1);
    }

    private static List<string> Found(SyntaxTree[] files, ImmutableArray<MetadataReference> references)
    {
        var compilation = CSharpCompilation.Create("Project", [.. files, Agent], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var found = compilation.WithAnalyzers([new DeterminismAnalyzer()]).GetAllDiagnosticsAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        Assert.DoesNotContain(found, static diagnostic => diagnostic.Id == "AD0001" || (diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id.StartsWith("CS", StringComparison.Ordinal)));
        return [.. found.Where(static diagnostic => diagnostic.Id.StartsWith("REEN", StringComparison.Ordinal)).Select(static diagnostic => diagnostic.ToString()).Order(StringComparer.Ordinal)];
    }

    private static readonly SyntaxTree Agent = CSharpSyntaxTree.ParseText(
        """
        using Reenact;

        public interface IPart { void Run(); }

        public class Base { public virtual void Step() { } public void Run() { } }

        public class SupportAgent
        {
            [Replayed]
            public void Handle() => HandleCore();

            private void HandleCore() { new Part0().Run(); _ = Part1.Read(); IPart part = new Part2() as IPart; part?.Run(); }
        }
        """,
        TestProject.ParseOptions,
        "Agent.cs");

    private static SyntaxTree Parse(int file, int[] choices)
    {
        var other = (file + 1 + (choices[8] % (Files - 1))) % Files;
        var text = $$"""
            using System;
            using System.Collections.Generic;

            public partial class Shelf { static void Put{{file}}() { {{(choices[6] % 3 == 0 ? $"label{other} = 2;" : "")}} } private static int label{{file}}; private static List<int> kept{{file}} = []; public static List<int> Kept{{file}} => kept{{file}}; public static int Label{{file}}() => label{{file}}; }

            public class Part{{file}} : {{Pick(Bases, choices[0])}}
            {
                private static {{Pick(Modifiers, choices[1])}} Func<int> held = () => {{Of(Values, choices[2])}};
                public static readonly {{Pick(Collections, choices[3])}}<int> Items = [];
                public static {{Pick(Modifiers, choices[1] / 2)}} int Shared = {{Of(Values, choices[4])}};
                public int Size => {{Of(Values, choices[5])}};
                public new void Run() { {{Of(Statements, choices[6])}} }
                public override void Step() { {{Of(Statements, choices[7])}} }
                public static int Read() { {{Of(Statements, choices[8])}} return 1; }
                public static int Held() => held();
                private static List<int> kept = [];
                public static List<int> Kept => kept;
                private static void Keep() { {{(choices[7] % 2 == 0 ? "kept = null;" : "")}} }
                public static void Hold() { {{(choices[1] % 2 == 0 ? "held = () => 2;" : "")}} }
                public override int GetHashCode() => {{Pick(Hashes, choices[4] / 2)}};
                public override bool Equals(object other) => true;
            }
            """;
        return CSharpSyntaxTree.ParseText(text, TestProject.ParseOptions, $"Part{file}.cs");

        string Of(string[] all, int choice) => Pick(all, choice).Replace("{0}", other.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static string Pick(string[] all, int choice) => all[choice % all.Length];
}
