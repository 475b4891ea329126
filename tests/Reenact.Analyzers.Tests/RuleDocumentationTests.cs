using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Reenact.Analyzers.Tests;

/// <summary>Every rule has a page, a help link to it, and a release entry that agrees with it.</summary>
public sealed class RuleDocumentationTests
{
    internal static readonly string Repository = typeof(RuleDocumentationTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "RepositoryRoot").Value!;

    public static TheoryData<string> Rules => [.. Supported().Select(rule => rule.Id).Distinct()];

    [Fact]
    public void Every_descriptor_is_reported_by_an_analyzer()
    {
        var declared = typeof(Descriptors).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>().Select(rule => rule.Id);

        Assert.Equal(declared.Order(), Supported().Select(rule => rule.Id).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_a_page_that_shows_how_it_fails_and_how_to_fix_it(string id)
    {
        var rule = Rule(id);
        var page = File.ReadAllText(Path.Combine(Repository, "docs", "rules", $"{id}.md"));

        Assert.Equal($"# {id}: {LowerFirst(rule.Title.ToString(null))}", page.Split('\n')[0]);
        Assert.Contains($"| Severity | {rule.DefaultSeverity} |", page);
        Assert.Contains($"| Category | {rule.Category} |", page);
        foreach (var heading in new[] { "## Fails", "## Fixed", "## When to suppress" })
            Assert.Contains(heading, page);
        Assert.Contains($"[{id}]({id}.md)", File.ReadAllText(Path.Combine(Repository, "docs", "rules", "README.md")));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_links_to_its_page(string id) =>
        Assert.Equal($"https://github.com/reenact-dev/reenact/blob/main/docs/rules/{id}.md", Rule(id).HelpLinkUri);

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_a_release_entry(string id)
    {
        var rule = Rule(id);
        var folder = Path.Combine(Repository, "src", "Reenact.Analyzers");
        var entries = File.ReadLines(Path.Combine(folder, "AnalyzerReleases.Shipped.md"))
            .Concat(File.ReadLines(Path.Combine(folder, "AnalyzerReleases.Unshipped.md")));

        Assert.Single(entries, $"{id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_a_test_file_of_its_own(string id) => Assert.Contains(
        Directory.EnumerateFiles(Path.Combine(Repository, "tests", "Reenact.Analyzers.Tests"), "*Tests.cs", SearchOption.AllDirectories),
        file => Path.GetFileName(file) == Field(id) + "Tests.cs" && Regex.IsMatch(File.ReadAllText(file), $@"{id}:|Descriptors\.{Field(id)}\b"));

    private static IEnumerable<DiagnosticDescriptor> Supported() => typeof(Descriptors).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
        .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics);

    private static DiagnosticDescriptor Rule(string id) => Supported().First(rule => rule.Id == id);

    private static string Field(string id) => typeof(Descriptors).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Single(field => field.GetValue(null) is DiagnosticDescriptor rule && rule.Id == id).Name;

    private static string LowerFirst(string title) => char.ToLowerInvariant(title[0]) + title[1..];
}
