using System.Text.Json;
using System.Xml.Linq;

namespace Reenact.Cli.Tests;

public sealed class ReportTests : IDisposable
{
    private const string Passed = """{"test": "T.A", "replayId": "0199c3f0-0000-7000-8000-000000000001", "recording": "a.reenact", "isMatch": true, "recordedCalls": 2, "matchedCalls": 2}""";
    private const string Failed = """
        {"test": "T.B", "replayId": "0199c3f0-0000-7000-8000-000000000002", "recording": "b.reenact", "isMatch": false, "recordedCalls": 2, "matchedCalls": 1,
         "divergences": [{"kind": "outputDiffers", "event": 7, "message": "Ends\u001b[31m otherwise.", "differences": ["result: 1 → 2"]}]}
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("reenact-report-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void All_matched_is_exit_code_0()
    {
        Write("a.json", Passed);

        var run = ToolRun.Of("report", folder.FullName);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("1 of 1 replays matched", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_is_exit_code_1_and_stands_first()
    {
        Write("a.json", Passed);
        Write("deep/b.json", Failed);

        var run = ToolRun.Of("report", folder.FullName);

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("✗ T.B (b.reenact)\n    event 7, output differs: Ends\\u001b[31m otherwise.\n      differs   result: 1 → 2\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_can_not_be_read_is_exit_code_1()
    {
        Write("a.json", Passed);
        Write("b.json", "{}");

        Assert.Equal(1, ToolRun.Of("report", folder.FullName).ExitCode);
    }

    [Fact]
    public void Each_form_is_whole()
    {
        Write("b.json", Failed);

        Assert.Equal("1", XDocument.Parse(ToolRun.Of("report", folder.FullName, "--format", "junit").Output).Root!.Attribute("failures")!.Value);
        using var json = JsonDocument.Parse(ToolRun.Of("report", folder.FullName, "--format", "json").Output);
        Assert.Equal(1, json.RootElement.GetProperty("failed").GetInt32());
        Assert.StartsWith("### ❌ 1 of 1 replays failed", ToolRun.Of("report", folder.FullName, "--format", "markdown").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_gets_the_summary_and_the_output_one_line()
    {
        Write("b.json", Failed);
        var file = Path.Combine(folder.FullName, "junit.xml");

        var run = ToolRun.Of("report", folder.FullName, "--format", "junit", "--out", file);

        Assert.Equal((1, "1 of 1 replays failed" + Environment.NewLine), (run.ExitCode, run.Output));
        Assert.Equal("testsuites", XDocument.Load(file).Root!.Name);
    }

    [Fact]
    public void Links_to_folders_are_not_followed_and_pipes_are_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs links and a named pipe in a folder.");
        Write("deep/a.json", Passed);
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "one"), ".");
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "two"), ".");
        Assert.Contains("1 of 1 replays matched", ToolRun.Of("report", folder.FullName).Output, StringComparison.Ordinal);

        NamedPipe.Create(Path.Combine(folder.FullName, "pipe.json"));
        var run = ToolRun.Of("report", folder.FullName);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("pipe.json\n    The report can't be read: this is empty, or no ordinary file", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_of_nothing_is_no_success()
    {
        var summary = ReplaySummary.Read(folder.FullName);

        Assert.Equal("no report was found", summary.ToString());
        Assert.StartsWith("### ❌ no report was found", summary.ToMarkdown(), StringComparison.Ordinal);
        Assert.DoesNotContain("100", summary.ToMarkdown(), StringComparison.Ordinal);
        Assert.Equal("1", XDocument.Parse(summary.ToJUnit()).Root!.Attribute("errors")!.Value);
        Assert.Equal(0, summary.Coverage);
    }

    [Fact]
    public void Without_reports_nothing_can_be_said()
    {
        Assert.Equal(2, ToolRun.Of("report", folder.FullName).ExitCode);
        Assert.Equal(2, ToolRun.Of("report", Path.Combine(folder.FullName, "no")).ExitCode);
        Write("a.json", Passed);
        Assert.Equal(2, ToolRun.Of("report", folder.FullName, "--out", Path.Combine(folder.FullName, "no", "x.xml")).ExitCode);
        Assert.Equal(2, ToolRun.Of("report", folder.FullName, "--format", "pdf").ExitCode);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
