using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;

namespace Reenact.PackageTests;

/// <summary>What is in the packages.</summary>
public sealed class PackageContentTests(PackedPackages packages)
{
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    public static TheoryData<string> Libraries => ["Reenact", "Reenact.Extensions.AI", "Reenact.Extensions.Compliance", "Reenact.Extensions.DependencyInjection", "Reenact.Testing", "Reenact.Testing.Xunit"];

    [Fact]
    public void Each_project_that_ships_is_packed_and_no_other() =>
        Assert.Equal(
            [.. Libraries.Select(row => row.Data).Append("Reenact.Cli").Order(StringComparer.Ordinal)],
            Directory.EnumerateFiles(packages.Feed, "*.nupkg")
                .Select(file => Path.GetFileName(file)[..^$".{packages.Version}.nupkg".Length])
                .Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Libraries))]
    public void A_library_has_its_documentation_readme_and_licence(string package)
    {
        using var zip = Open(packages.FileOf(package));
        var names = zip.Entries.Select(entry => entry.FullName).ToList();
        var metadata = Metadata(zip);

        Assert.Contains($"lib/net10.0/{package}.dll", names);
        Assert.Contains($"lib/net10.0/{package}.xml", names);
        Assert.Contains("README.md", names);
        Assert.Equal("README.md", Value(metadata, "readme"));
        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.NotEqual("Package Description", Value(metadata, "description"));
        Assert.Matches("^[0-9a-f]{40}$", metadata.Elements().Single(element => element.Name.LocalName == "repository").Attribute("commit")!.Value);
    }

    [Theory, MemberData(nameof(Libraries))]
    public void A_library_is_deterministic_and_its_symbols_point_to_the_sources(string package)
    {
        using var library = Open(packages.FileOf(package));
        using var assembly = new PEReader(Copy(library.GetEntry($"lib/net10.0/{package}.dll")!));
        using var symbols = Open(packages.FileOf(package, "snupkg"));
        using var provider = MetadataReaderProvider.FromPortablePdbStream(Copy(symbols.GetEntry($"lib/net10.0/{package}.pdb")!));
        var reader = provider.GetMetadataReader();

        Assert.Contains(assembly.ReadDebugDirectory(), static entry => entry.Type == DebugDirectoryEntryType.Reproducible);
        Assert.All(reader.Documents, document => Assert.StartsWith("/_", reader.GetString(reader.GetDocument(document).Name), StringComparison.Ordinal));
        var link = reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation).Single(info => reader.GetGuid(info.Kind) == SourceLink);
        Assert.Contains("https://raw.githubusercontent.com/reenact-dev/reenact/", Encoding.UTF8.GetString(reader.GetBlobBytes(link.Value)), StringComparison.Ordinal);
    }

    [Fact]
    public void Reenact_brings_its_generator_analyzers_and_fixes_and_depends_on_none_of_them()
    {
        using var zip = Open(packages.FileOf("Reenact"));
        var analyzers = zip.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("analyzers/", StringComparison.Ordinal));

        Assert.Equal(
            ["analyzers/dotnet/cs/Reenact.Analyzers.dll", "analyzers/dotnet/cs/Reenact.CodeFixes.dll", "analyzers/dotnet/cs/Reenact.Generators.dll"],
            analyzers.Order(StringComparer.Ordinal));
        Assert.Equal(["MessagePack", "NSec.Cryptography", "ZstdSharp.Port"], Dependencies(zip).Select(Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Reenact_hands_what_a_project_says_about_libraries_to_its_analyzers()
    {
        using var zip = Open(packages.FileOf("Reenact"));
        using var props = zip.GetEntry("buildTransitive/Reenact.props")!.Open();

        var file = Assert.Single(XDocument.Load(props).Descendants("AdditionalFiles"));
        Assert.EndsWith("/Reenact.Determinism.txt", file.Attribute("Include")!.Value, StringComparison.Ordinal);
        Assert.Contains("Exists", file.Attribute("Condition")!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Reenact.Extensions.AI", "Reenact")]
    [InlineData("Reenact.Extensions.Compliance", "Reenact")]
    [InlineData("Reenact.Extensions.DependencyInjection", "Reenact")]
    [InlineData("Reenact.Testing", "Reenact")]
    [InlineData("Reenact.Testing.Xunit", "Reenact.Testing")]
    public void A_package_on_top_passes_the_generator_on(string package, string dependency)
    {
        using var zip = Open(packages.FileOf(package));
        var reference = Dependencies(zip).Single(each => Id(each) == dependency);

        Assert.Equal(packages.Version, reference.Attribute("version")!.Value);
        Assert.Null(reference.Attribute("exclude"));
    }

    [Fact]
    public void The_tool_is_a_dotnet_tool_named_reenact()
    {
        using var zip = Open(packages.FileOf("Reenact.Cli"));
        using var settings = new StreamReader(zip.Entries.Single(entry => entry.Name == "DotnetToolSettings.xml").Open());

        Assert.Contains("Name=\"reenact\"", settings.ReadToEnd(), StringComparison.Ordinal);
        Assert.Contains("DotnetTool", Metadata(zip).ToString(), StringComparison.Ordinal);
    }

    private static ZipArchive Open(string file) => ZipFile.OpenRead(file);

    private static MemoryStream Copy(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        var copy = new MemoryStream();
        content.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    private static XElement Metadata(ZipArchive zip)
    {
        using var content = zip.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(content).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    private static string Value(XElement metadata, string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;

    private static IEnumerable<XElement> Dependencies(ZipArchive zip) =>
        Metadata(zip).Descendants().Where(element => element.Name.LocalName == "dependency");

    private static string Id(XElement dependency) => dependency.Attribute("id")!.Value;
}
