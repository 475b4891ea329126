using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Reenact.Generators.Tests.Compiling;

namespace Reenact.Generators.Tests.Caching;

/// <summary>What an edit in a library emits again in the project that records its types.</summary>
public class ReferenceTests
{
    private const string FlightFile = "Reenact.Generated.Shared_FlightCodec.g.cs";

    private const string Tools = """
        namespace Acme;

        public partial class Tools
        {
            [Recorded]
            public partial Task<Shared.Flight> FindAsync(string city);

            private Task<Shared.Flight> FindCoreAsync(string city) => Task.FromResult(new Shared.Flight(city));
        }
        """;

    private const string Library = "namespace Shared; public sealed record Flight(string Number) { public int Seats() { return 3; } }";

    [Fact]
    public void A_body_in_another_project_emits_nothing() =>
        InProject(Library, Library.Replace("return 3", "return 4", StringComparison.Ordinal)).AssertNothingEmitted();

    [Fact]
    public void A_data_type_in_another_project_emits_its_codec_alone() =>
        InProject(Library, Library.Replace("string Number", "string Number, int Gate = 1", StringComparison.Ordinal)).AssertEmitted(FlightFile);

    [Fact]
    public void A_base_type_two_projects_away_emits_the_codec_alone()
    {
        var far = "namespace Far; public abstract record Thing { public int Id { get; set; } }";
        var near = "namespace Shared; public sealed record Flight(string Number) : Far.Thing;";
        var before = Referencing(near, Project("Far", far));
        var after = Referencing(near, Project("Far", far.Replace("Id", "Key", StringComparison.Ordinal)));
        var project = new EditedProject(TestCompilation.Of(Tools).AddReferences(before));
        project.Become(TestCompilation.Of(Tools).AddReferences(after)).AssertEmitted(FlightFile);
        Assert.Contains("Key", project.Run.Sources[FlightFile], StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_built_anew_without_a_change_emits_nothing()
    {
        var (before, after) = (Image(Library), Image(Library));
        new EditedProject(TestCompilation.Of(Tools).AddReferences(before)).Replace(before, after).AssertNothingEmitted();
    }

    [Fact]
    public void A_data_type_in_a_library_built_anew_emits_its_codec_alone()
    {
        var (before, after) = (Image(Library), Image(Library.Replace("string Number", "string Number, int Gate = 1", StringComparison.Ordinal)));
        new EditedProject(TestCompilation.Of(Tools).AddReferences(before)).Replace(before, after).AssertEmitted(FlightFile);
    }

    [Fact]
    public void Friendship_with_a_library_is_followed()
    {
        var closed = Library.Replace("{ public int Seats()", "{ [RecordedName(\"gate\")] public int Gate { get; internal set; } public int Seats()", StringComparison.Ordinal);
        var open = "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"TestInput\")] " + closed;
        InProject(closed, open).AssertEmitted(FlightFile);
    }

    private static EditedProject InProject(string source, string edited)
    {
        var (before, after) = (Project("Library", source), Project("Library", edited));
        return new EditedProject(TestCompilation.Of(Tools).AddReferences(before)).Replace(before, after);
    }

    private static CompilationReference Project(string name, string source) => TestCompilation.Named(name, source).ToMetadataReference();

    private static MetadataReference[] Referencing(string source, CompilationReference other) =>
        [other, TestCompilation.Named("Library", source).AddReferences(other).ToMetadataReference()];

    private static PortableExecutableReference Image(string source)
    {
        using var image = new MemoryStream();
        Assert.True(TestCompilation.Named("Library", source).Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
