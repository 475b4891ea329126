using Microsoft.CodeAnalysis;
using Reenact.Generators.Tests.Compiling;

namespace Reenact.Generators.Tests.Caching;

/// <summary>What each kind of edit runs again, and what it emits again.</summary>
public class EditTests
{
    private const string ToolsFile = "Acme.Tools.g.cs";
    private const string FlightFile = "Reenact.Generated.Acme_FlightCodec.g.cs";
    private const string CodecsFile = "Reenact.Generated.Codecs.g.cs";
    private const string ExceptionsFile = "Reenact.Generated.Exceptions.g.cs";

    private const string Tools = """
        namespace Acme;

        public partial class Tools
        {
            [Recorded]
            public partial Task<Flight> FindAsync(string city);

            private Task<Flight> FindCoreAsync(string city) => Task.FromResult(new Flight(city));

            // Second.
            [Recorded]
            public partial int Count(string city);

            private int CountCore(string city) { return 1; }
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

        public sealed record Flight(string Number)
        {
            private int gate;

            public int Gate { get => gate; set => gate = value; }
        }

        public sealed record Reply(string Text);
        """;

    private const string Unrelated = "namespace Acme; public static class Unrelated { public static int Number() { return 1; } } public static class Names { public const string Count = \"Acme.Count\"; }";

    private readonly EditedProject project = new(Tools, Data, Unrelated);

    [Fact]
    public void An_unrelated_body_emits_nothing() => project.Edit("{ return 1; } } public", "{ return 2; } } public").AssertNothingEmitted();

    [Fact]
    public void An_unrelated_declaration_emits_nothing() => project.Edit("int Number()", "int Number(long seed)").AssertNothingEmitted();

    [Fact]
    public void An_added_type_that_nothing_records_emits_nothing() =>
        project.Edit("public static class Unrelated", "public sealed class Zoo; public static class Unrelated").AssertNothingEmitted();

    [Fact]
    public void A_comment_emits_nothing() => project.Edit("[Replayed]", "// Runs again on replay.\n    [Replayed]").AssertNothingEmitted();

    [Fact]
    public void A_core_body_emits_nothing() => project.Edit("new Flight(city)", "new Flight(city.Trim())").AssertNothingEmitted();

    [Fact]
    public void An_accessor_body_that_shows_the_same_state_emits_nothing() => project.Edit("get => gate;", "get => gate + 0;").AssertNothingEmitted();

    [Fact]
    public void An_accessor_body_that_hides_state_rejects_what_records_the_type()
    {
        project.Edit("{ get => gate; set => gate = value; }", "{ get => 1; set { } }\n\n    public int Next() { return ++gate; }");
        Assert.Contains("Reenact.Generated.Rejected.g.cs", project.Changed);
        Assert.DoesNotContain(FlightFile, project.Run.Sources.Keys);
    }

    [Fact]
    public void A_renamed_parameter_emits_its_type_alone()
    {
        project.Edit("FindAsync(string city)", "FindAsync(string town)").AssertEmitted(ToolsFile);
        project.AssertChanged(TrackingNames.MarkedMethods, IncrementalStepRunReason.Modified);
        project.AssertChanged(TrackingNames.RecordedMethods, IncrementalStepRunReason.Modified);
        project.AssertChanged(TrackingNames.Files, IncrementalStepRunReason.Modified);
        project.AssertChanged(TrackingNames.Types, IncrementalStepRunReason.Modified);
        project.AssertUnchanged(TrackingNames.ReplayedMethods, TrackingNames.RejectedMethods, TrackingNames.Slots, TrackingNames.Codecs, TrackingNames.Registrations, TrackingNames.Exceptions);
    }

    [Fact]
    public void A_changed_signature_emits_its_type_and_the_registration()
    {
        project
            .Edit("int Count(string city);\n\n    private int CountCore(string city)", "int Count(DateTime day);\n\n    private int CountCore(DateTime day)")
            .AssertEmitted(ToolsFile, CodecsFile);
        project.AssertUnchanged(TrackingNames.ReplayedMethods, TrackingNames.Codecs, TrackingNames.Exceptions);
    }

    [Fact]
    public void A_changed_attribute_emits_its_type_alone()
    {
        project.Edit("// Second.\n    [Recorded]", "[Recorded(Leaf = true)]").AssertEmitted(ToolsFile);
        project.AssertChanged(TrackingNames.RecordedMethods, IncrementalStepRunReason.Modified);
        project.AssertUnchanged(TrackingNames.ReplayedMethods, TrackingNames.Codecs, TrackingNames.Registrations, TrackingNames.Exceptions);
    }

    [Fact]
    public void A_constant_that_an_attribute_names_is_followed()
    {
        project.Edit("// Second.\n    [Recorded]", "[Recorded(Name = Names.Count)]").AssertEmitted(ToolsFile);
        project.Edit("\"Acme.Count\"", "\"Acme.HowMany\"").AssertEmitted(ToolsFile);
        Assert.Contains("Acme.HowMany", project.Run.Sources[ToolsFile], StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_data_type_emits_its_codec_alone()
    {
        project.Edit("Flight(string Number)", "Flight(string Number, int Seats = 3)").AssertEmitted(FlightFile);
        project.AssertChanged(TrackingNames.Codecs, IncrementalStepRunReason.Modified);
        project.AssertUnchanged(TrackingNames.Types, TrackingNames.Registrations, TrackingNames.Exceptions);
        Assert.Contains("Seats", project.Run.Sources[FlightFile], StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_recorded_method_emits_its_type_alone()
    {
        project
            .Edit("// Second.", "[Recorded] public partial string First(); private string FirstCore() => \"\";\n    // Second.")
            .AssertEmitted(ToolsFile);
        project.AssertUnchanged(TrackingNames.ReplayedMethods, TrackingNames.Codecs, TrackingNames.Registrations, TrackingNames.Exceptions);
    }

    [Fact]
    public void A_removed_recorded_method_emits_its_type_and_the_registration()
    {
        project.Edit("[Recorded]\n    public partial int Count(string city);", "public int Count(string city) => CountCore(city);").AssertEmitted(ToolsFile, CodecsFile);
        project.AssertChanged(TrackingNames.MarkedMethods, IncrementalStepRunReason.Removed);
        project.AssertUnchanged(TrackingNames.ReplayedMethods, TrackingNames.Codecs, TrackingNames.Exceptions);
    }

    [Fact]
    public void A_new_type_before_all_others_emits_itself_alone()
    {
        project
            .Edit("public static class Unrelated", "public partial class Aardvark { [Recorded] public partial string Name(); private string NameCore() => \"\"; } public static class Unrelated")
            .AssertEmitted("Acme.Aardvark.g.cs");
        project.AssertChanged(TrackingNames.Types, IncrementalStepRunReason.New);
        project.AssertUnchanged(TrackingNames.ReplayedMethods, TrackingNames.Codecs, TrackingNames.Registrations, TrackingNames.Exceptions);
        project.Edit("public partial class Aardvark { [Recorded] public partial string Name();", "public class Aardvark {").AssertEmitted("Acme.Aardvark.g.cs");
        project.AssertChanged(TrackingNames.Types, IncrementalStepRunReason.Removed);
    }

    [Fact]
    public void A_new_exception_emits_the_registration_alone()
    {
        project
            .Edit("int Number() { return 1; }", "int Number() { throw new OtherException(); } } public class OtherException : Exception {")
            .AssertEmitted(ExceptionsFile);
        project.AssertChanged(TrackingNames.Exceptions, IncrementalStepRunReason.Modified);
        project.AssertUnchanged(TrackingNames.RecordedMethods, TrackingNames.ReplayedMethods, TrackingNames.Types, TrackingNames.Codecs);
    }

    [Fact]
    public void A_throw_that_a_body_loses_changes_the_registration_alone()
    {
        Assert.Equal([ExceptionsFile], project.Edit("throw new NoSeatException(\"none\")", "throw new ArgumentException(\"none\")").Changed);
        project.AssertUnchanged(TrackingNames.MarkedMethods, TrackingNames.Files, TrackingNames.Types, TrackingNames.Codecs, TrackingNames.Registrations);
    }

    [Fact]
    public void A_data_type_used_by_many_methods_is_emitted_once()
    {
        Assert.Single(project.Run.Sources.Keys, static name => name.Contains("FlightCodec", StringComparison.Ordinal));
        Assert.Equal(2, project.Run.ReasonsOf(TrackingNames.Codecs).Length);
    }
}
