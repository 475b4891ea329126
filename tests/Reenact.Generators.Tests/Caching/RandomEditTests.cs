using Microsoft.CodeAnalysis.CSharp;
using Reenact.Generators.Tests.Compiling;

namespace Reenact.Generators.Tests.Caching;

/// <summary>
/// After any sequence of edits the driver that saw them all has emitted what a new one emits. The new one runs over the same files
/// under another assembly name, which no emitted code shows, so that nothing read before serves it.
/// </summary>
public class RandomEditTests
{
    private static readonly string[] Files =
    [
        """
        using Alias = Acme.Data.Reply;
        namespace Acme
        {
            using Acme.Data;
            public partial class Tools
            {
                [Recorded(Name = Names.Find)]
                public partial Task<Flight?> FindAsync(string city, int limit = Names.Limit);

                private Task<Flight?> FindCoreAsync(string city, int limit)
                {
                    if (city.Length > 3) throw new SeatException("none");
                    return Task.FromResult<Flight?>(null);
                }

                [Recorded]
                public partial IReadOnlyList<Alias> List(Color color);

                private IReadOnlyList<Alias> ListCore(Color color) => [];

                [Recorded]
                public partial IEnumerable<int> Count();

                private IEnumerable<int> CountCore() { return [1]; }
            }
        }
        """,
        """
        namespace Acme
        {
            partial class Tools
            {
                public void Other() { try { Other(); } catch (GateException) { } }
            }

            [Flags] public enum Color { Red = 1, Green = 2 }
            public class SeatException : Exception { public SeatException(string message) : base(message) { } }
            public class GateException : Exception { public GateException() { } }
            public static class Names { public const string Find = "find"; public const int Limit = 2; static readonly Func<int> Made = () => 1; }
        }
        """,
        """
        namespace Acme.Data
        {
            public sealed record Flight(string Number, Color Color, Reply? Reply)
            {
                private int gate;
                public int Gate { get => gate; set => gate = value; }
                public int Next() { return gate + 1; }
            }

            public class Reply : Thing
            {
                public string? Text { get; set; }
                public List<int> Numbers { get; } = [];
                public readonly int Fixed = 1;
            }

            public class Thing { public int Id { get; set; } }
        }
        """,
        """
        namespace Acme
        {
            public partial class Agent
            {
                [Replayed]
                public partial ValueTask<Data.Reply> HandleAsync(Data.Flight flight, CancellationToken cancellationToken);

                private async ValueTask<Data.Reply> HandleCoreAsync(Data.Flight flight, CancellationToken cancellationToken)
                {
                    await Task.Yield();
                    return new Data.Reply { Text = flight.Number };
                }
            }
        }
        """,
    ];

    /// <summary>Each turns one text into another, or back.</summary>
    private static readonly (string One, string Other)[] Edits =
    [
        ("city.Length > 3", "city.Length > 4"),
        ("[Recorded]\n        public partial IReadOnlyList", "// A comment.\n        [Recorded]\n        public partial IReadOnlyList"),
        ("throw new SeatException(\"none\")", "throw new GateException()"),
        ("catch (GateException)", "catch (ArgumentException)"),
        ("public SeatException(string message) : base(message) { }", "public SeatException(string message, Exception? inner) : base(message, inner) { }"),
        ("get => gate; set => gate = value;", "get => 1; set { }"),
        ("get => gate;", "get => gate + 0;"),
        ("Find = \"find\"", "Find = \"search\""),
        ("Limit = 2", "Limit = 3"),
        ("() => 1;", "() => 2;"),
        ("Green = 2", "Green = 2, Blue = 4"),
        ("Green = 2", "Green = 1"),
        ("class Reply : Thing", "class Reply"),
        ("public class Thing", "public abstract class Thing"),
        ("public sealed record Flight", "public record Flight"),
        ("Text { get; set; }", "Text { get; private set; }"),
        ("Text { get; set; }", "Text { get; init; }"),
        ("Text { get;", "[IgnoreRecorded] Text { get;"),
        ("Numbers { get; } = [];", "Numbers { get; set; } = [];"),
        ("public readonly int Fixed", "private readonly int Fixed"),
        ("{ return [1]; }", "{ yield return 1; }"),
        ("partial IEnumerable<int> Count()", "partial IEnumerable<int> CountAll()"),
        ("(string city, int limit = Names.Limit)", "(string town, int limit = Names.Limit)"),
        ("using Alias = Acme.Data.Reply;", "using Alias = System.String;"),
        ("namespace Acme\n{\n    partial class Tools", "#nullable disable\nnamespace Acme\n{\n    partial class Tools"),
        ("namespace Acme.Data\n", "#nullable disable\nnamespace Acme.Data\n"),
        ("public void Other()", "public void ListInSession()"),
        ("public class Thing { public int Id", "public class Thing { public long Id"),
        ("public class Thing {", "namespace Deeper { public class Reply; } public class Thing {"),
        ("namespace Acme\n{\n    public partial class Agent", "namespace Acme\n{\n    public class Reply;\n    public partial class Agent"),
        ("[Replayed]", "[Recorded]"),
        ("[Replayed]", "[Replayed(Name = Names.Find)]"),
        ("public partial class Agent", "public partial struct Agent"),
        ("await Task.Yield();", "await Task.Delay(1, cancellationToken);"),
        ("Task.Yield();", "Task.Yield();\n#nullable disable\n"),
        ("Data.Flight flight, CancellationToken cancellationToken", "Data.Flight flight, CancellationToken token"),
        ("int Next() {", "int Next(int by) {"),
        ("public int Next()", "public int Last { get; set; } public int Next()"),
        ("[Flags] public enum", "public enum"),
        ("public class GateException", "public abstract class GateException"),
        ("{ public GateException() { } }", "{ private GateException() { } }"),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void An_edited_project_emits_what_a_fresh_one_emits(int seed)
    {
        var random = new Random(seed);
        var compilation = TestCompilation.Of(Files);
        var run = GeneratorRun.Of(compilation).Clean();
        for (var step = 0; step < 60; step++)
        {
            var edit = Edits[random.Next(Edits.Length)];
            var (old, replacement) = random.Next(2) == 0 ? edit : (edit.Other, edit.One);
            if (compilation.SyntaxTrees.FirstOrDefault(each => each.ToString().Contains(old, StringComparison.Ordinal)) is not { } tree)
                continue;

            var text = tree.ToString().Replace(old, replacement, StringComparison.Ordinal);
            compilation = compilation.ReplaceSyntaxTree(
                tree,
                CSharpSyntaxTree.ParseText(text, TestCompilation.ParseOptions, tree.FilePath, cancellationToken: TestContext.Current.CancellationToken));
            run = run.Again(compilation);
            var fresh = GeneratorRun.Of(compilation.WithAssemblyName($"Fresh{seed}At{step}"));
            Assert.Null(run.Exception);
            Assert.Equal(fresh.Sources.Keys, run.Sources.Keys);
            foreach (var (name, source) in fresh.Sources)
                Assert.True(source == run.Sources[name], $"Step {step}, '{old}' to '{replacement}': {name} is\n{run.Sources[name]}\nand should be\n{source}");
        }
    }
}
