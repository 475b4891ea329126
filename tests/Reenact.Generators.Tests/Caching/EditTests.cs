using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Reenact.Generators.Tests.Compiling;

namespace Reenact.Generators.Tests.Caching;

/// <summary>What each kind of edit runs again, and what it emits again.</summary>
public class EditTests
{
    private const string Tools = """
        namespace Acme;

        public partial class Tools
        {
            [Recorded]
            public partial Task<Flight> FindAsync(string city);

            private Task<Flight> FindCoreAsync(string city) => Task.FromResult(new Flight(city));
        }

        public partial class Agent
        {
            [Replayed]
            public partial Task<Reply> HandleAsync(Flight flight);

            private async Task<Reply> HandleCoreAsync(Flight flight)
            {
                if (flight.Number.Length == 0)
                    throw new NoSeatException("none");

                await Task.Yield();
                return new Reply(flight.Number);
            }
        }

        public class NoSeatException(string message) : Exception(message);
        """;

    private const string Data = """
        namespace Acme;

        public sealed record Flight(string Number);

        public sealed record Reply(string Text);
        """;

    private const string Unrelated = "namespace Acme; public static class Unrelated { public static int Number => 1; }";

    [Fact]
    public void An_edit_of_an_unrelated_file_emits_nothing()
    {
        var edited = Edit(Unrelated, "Number => 1", "Number => 2");
        AssertUnchanged(edited, TrackedSteps.OwnNames);
        Assert.Equal(0, edited.EmittedAnew());
    }

    [Fact]
    public void A_comment_emits_nothing()
    {
        var edited = Edit(Tools, "[Replayed]", "// Runs again on replay.\n    [Replayed]");
        AssertUnchanged(edited, TrackedSteps.OwnNames);
        Assert.Equal(0, edited.EmittedAnew());
    }

    [Fact]
    public void An_edit_of_a_core_body_emits_nothing()
    {
        var edited = Edit(Tools, "new Flight(city)", "new Flight(city.Trim())");
        AssertUnchanged(edited, TrackedSteps.OwnNames);
        Assert.Equal(0, edited.EmittedAnew());
    }

    [Fact]
    public void A_changed_signature_emits_its_type_alone()
    {
        var edited = Edit(Tools, "FindAsync(string city)", "FindAsync(string town)");
        Assert.Equal([IncrementalStepRunReason.Modified], edited.ReasonsOf(TrackingNames.RecordedMethods));
        AssertUnchanged(edited, TrackingNames.ReplayedMethods, TrackingNames.Codecs, TrackingNames.Exceptions);
        Assert.Equal([IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Modified], edited.ReasonsOf(TrackingNames.Types));
        Assert.Equal(1, edited.EmittedAnew());
    }

    [Fact]
    public void A_changed_data_type_emits_its_codec_alone()
    {
        var edited = Edit(Data, "Flight(string Number)", "Flight(string Number, int Seats = 3)");
        AssertUnchanged(edited, TrackingNames.Types, TrackingNames.Registrations, TrackingNames.Exceptions);
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged], edited.ReasonsOf(TrackingNames.Codecs));
        Assert.Equal(1, edited.EmittedAnew());
        Assert.Contains("Seats", edited.Sources["Reenact.Generated.Acme_FlightCodec.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_added_type_emits_itself_alone()
    {
        var edited = Edit(Unrelated, "public static class", "public partial class Zoo { [Recorded] public partial string Name(); private string NameCore() => \"\"; } public static class");
        AssertUnchanged(edited, TrackingNames.ReplayedMethods, TrackingNames.Codecs, TrackingNames.Registrations, TrackingNames.Exceptions);
        Assert.Equal(
            [IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.New],
            edited.ReasonsOf(TrackingNames.Types));
        Assert.Equal(1, edited.EmittedAnew());
    }

    [Fact]
    public void A_new_exception_emits_the_registration_alone()
    {
        var edited = Edit(Unrelated, "Number => 1", "Number => throw new OtherException(); private sealed class Inner; } public class OtherException : Exception { public int Code => 1");
        AssertUnchanged(edited, TrackingNames.RecordedMethods, TrackingNames.ReplayedMethods, TrackingNames.Types, TrackingNames.Codecs);
        Assert.Equal([IncrementalStepRunReason.Modified], edited.ReasonsOf(TrackingNames.Exceptions));
        Assert.Equal(1, edited.EmittedAnew());
    }

    [Fact]
    public void A_data_type_used_by_many_methods_is_emitted_once()
    {
        var run = GeneratorRun.Of(Tools, Data).Clean();
        Assert.Single(run.Sources.Keys, static name => name.Contains("FlightCodec", StringComparison.Ordinal));
        Assert.Equal(2, run.ReasonsOf(TrackingNames.Codecs).Length);
    }

    private static GeneratorRun Edit(string file, string old, string replacement)
    {
        var compilation = TestCompilation.Of(Tools, Data, Unrelated);
        var run = GeneratorRun.Of(compilation).Clean();
        var tree = compilation.SyntaxTrees.Single(each => each.ToString() == file);
        var text = file.Replace(old, replacement, StringComparison.Ordinal);
        Assert.NotEqual(file, text);
        var edited = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, TestCompilation.ParseOptions, tree.FilePath, cancellationToken: TestContext.Current.CancellationToken));
        return run.Again(edited).Clean();
    }

    private static void AssertUnchanged(GeneratorRun run, params string[] steps)
    {
        foreach (var step in steps)
        {
            var reasons = run.ReasonsOf(step);
            Assert.NotEmpty(reasons);
            Assert.All(reasons, reason => Assert.True(reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached, $"{step} was {reason}"));
        }
    }
}
