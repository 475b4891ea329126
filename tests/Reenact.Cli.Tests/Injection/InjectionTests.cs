using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Reenact.Cli.Tests.Injection;

/// <summary>Nothing that a recording says acts where it is shown: not on a terminal, in a build log, on a web page, or in a report.</summary>
public sealed partial class InjectionTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("reenact-injection-");

    public InjectionTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "File names have no such characters there.");
        File.WriteAllBytes(Before, HostileRecording.Of(HostileText.All));
        File.WriteAllBytes(After, HostileRecording.Of(HostileText.All, "other\u001b[31m"));
    }

    private string Before => Path.Combine(folder.FullName, "\u001b[31m\n::error::forged\u202E|`<b>.reenact");

    private string After => Path.Combine(folder.FullName, "\n##vso[x]\u009b.reenact");

    private string Damaged => Path.Combine(folder.FullName, "\n::error::damaged.reenact");

    public static TheoryData<string> Commands => new(
        "show {0}", "show --full {0}", "state {0}", "verify {0}", "lineage {0} 12", "lineage --full {0} 20", "lineage --forward {0} 0",
        "diff {0} {1}", "diff --full {0} {1}", "diff --full {0} {0}",
        "show {2}", "verify {2}", "diff {0} {2}", "state {2}", "show {3}", "report {3}", "test {3} -- true", "verify {0} --key {3}", "lineage {0} 100000",
        "stats {0}", "stats {0} {2}", "stats {3}", "prove {0} --event 3", "prove {0} --event 100000", "prove {0} --event 3 --checkpoint {3}", "prove {2} --since {0}", "prove {3} --event 0");

    public static TheoryData<string> Documents => new(
        "show --json {0}", "state --json {0}", "verify --json {0}", "lineage --json {0} 20", "diff --json {0} {1}");

    [Theory]
    [MemberData(nameof(Commands))]
    public void No_command_shows_text_that_acts(string command)
    {
        var run = ToolRun.Of(width: 300, terminal: false, Arguments(command));

        Assert.Empty(HostileText.ActingIn(run.Output));
        Assert.Empty(HostileText.ActingIn(run.Error));
        Assert.NotEqual("", run.Output + run.Error);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void On_a_terminal_only_the_tools_own_colours_come_through(string command)
    {
        var run = ToolRun.Of(width: 300, terminal: true, Arguments(command));

        Assert.Empty(HostileText.ActingIn(Colours().Replace(run.Output, "")));
    }

    [Fact]
    public void What_is_hostile_is_shown_all_the_same()
    {
        var shown = ToolRun.Of(width: 5000, terminal: false, "show", "--full", Before).Output;

        Assert.True(shown.Split(HostileText.Word).Length > 30, shown);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Documents_are_ascii_without_markup(string command)
    {
        var run = ToolRun.Of(Arguments(command));

        using var document = JsonDocument.Parse(run.Output);
        Assert.Empty(HostileText.ActingIn(run.Output));
        Assert.All(run.Output, character => Assert.True(char.IsAscii(character)));
        Assert.DoesNotContain('<', run.Output);
        if (!command.StartsWith("lineage", StringComparison.Ordinal))
            Assert.Contains(HostileText.Word, run.Output, StringComparison.Ordinal); // Lineage names events by their numbers.
    }

    [Fact]
    public async Task Reports_and_divergences_show_no_text_that_acts()
    {
        var report = await ReplayAsync();

        Assert.True(report.Divergences.Count > 1);
        Assert.Empty(HostileText.ActingIn(report.ToString()));
        Assert.All(report.Divergences, divergence => Assert.Empty(HostileText.ActingIn(divergence.ToString())));
        Assert.All(report.Divergences, divergence => Assert.Empty(HostileText.ActingIn(new ReplayDivergenceException(divergence).Message)));
        var json = report.ToJson();
        Assert.Empty(HostileText.ActingIn(json));
        Assert.DoesNotContain('<', json);
    }

    [Fact]
    public async Task Summaries_show_no_text_that_acts_in_any_form()
    {
        var report = await ReplayAsync();
        var reports = folder.CreateSubdirectory("reports").FullName;
        var json = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(report.ToJson())!;
        json["test"] = JsonSerializer.SerializeToElement(HostileText.All);
        json["failure"] = JsonSerializer.SerializeToElement(HostileText.All);
        json["recording"] = JsonSerializer.SerializeToElement(Before);
        File.WriteAllText(Path.Combine(reports, "a.json"), JsonSerializer.Serialize(json));
        File.WriteAllText(Path.Combine(reports, "\n::error::b`<b>.json"), "{\u001b");

        foreach (var format in (string[])["text", "markdown", "junit", "json"])
        {
            var output = ToolRun.Of("report", reports, "--format", format).Output;
            Assert.Empty(HostileText.ActingIn(output));
            Assert.Contains(HostileText.Word, output, StringComparison.Ordinal);
        }

        var markdown = ToolRun.Of("report", reports, "--format", "markdown").Output;
        var outsideOfCode = CodeSpans().Replace(Fences().Replace(markdown, ""), "");
        Assert.DoesNotContain(HostileText.Word, outsideOfCode, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", outsideOfCode, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("javascript:", outsideOfCode, StringComparison.Ordinal);
        var junit = ToolRun.Of("report", reports, "--format", "junit").Output;
        Assert.DoesNotContain("<script", junit, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("]]>", junit, StringComparison.Ordinal);
        Assert.Equal("testsuites", XDocument.Parse(junit).Root!.Name);
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>A replay of code that makes none of the recorded calls, and others.</summary>
    private async Task<ReplayReport> ReplayAsync()
    {
        using var replay = Session.Replay(Before, new ReplayOptions { ContinueOnDivergence = true });
        try
        {
            await replay.RunAsync(() => new SupportAgent(new FlightTools()).HandleAsync(HostileText.All)).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        }
        catch (ReplayDivergenceException)
        {
            // The report tells.
        }

        return replay.Report;
    }

    private string[] Arguments(string command)
    {
        if (!File.Exists(Damaged))
        {
            var bytes = File.ReadAllBytes(Before);
            bytes[bytes.Length / 2] ^= 0x55;
            File.WriteAllBytes(Damaged, bytes);
        }

        string[] files = [Before, After, Damaged, Path.Combine(folder.FullName, "no\u001b\n::error::such")];
        return [.. command.Split(' ').Select(part => part.Length == 3 && part[0] == '{' ? files[part[1] - '0'] : part)];
    }

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Colours();

    [GeneratedRegex("^(`{3,})text\n.*?\n\\1$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex("(?<!`)(`+)(?!`).*?(?<!`)\\1(?!`)")]
    private static partial Regex CodeSpans();
}
