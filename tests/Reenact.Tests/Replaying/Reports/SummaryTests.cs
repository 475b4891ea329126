using System.Text.Json;
using System.Xml.Linq;
using CsCheck;
using Reenact.Replaying.Reports;
using Xunit;

namespace Reenact.Tests.Replaying.Reports;

/// <summary>Reports and summaries of many, in each form, with text in them that nobody should trust.</summary>
public class SummaryTests
{
    private const string Hostile = "</failure><script>alert(1)</script> ]]> & \u0000\u001b[2J\uFFFE\uD800 @octocat #1 https://evil.example [x](http://y) `code` ```\n# heading\n| a | b |\r\n<!-- \u202e";

    [Fact]
    public void Totals_are_the_sums_and_failures_stand_with_their_first_difference()
    {
        var summary = Summary(Passed("b"), Failed("a"), Passed("c") with { IsFree = true, LiveCalls = 1, Warnings = ["w"] });

        Assert.Equal((3, 2, 1, false), (summary.Replays, summary.Passed, summary.Failed, summary.AllMatched));
        Assert.Equal(11 / 12.0, summary.Coverage);
        var text = summary.ToString();
        Assert.StartsWith("✗ Tests.A (a.reenact)\n    event 2, arguments differ: Other arguments.\n      expected  f(1)\n      actual    f(2)\n      differs   x: 1 → 2\n", text, StringComparison.Ordinal);
        Assert.Contains("11 of 12 (91.6 %) served, 1 live, 0 extra, 1 missing", text, StringComparison.Ordinal);
        Assert.Contains("1 of the recordings ran freely", text, StringComparison.Ordinal);
        Assert.Contains("1 of the replays have warnings", text, StringComparison.Ordinal);
        Assert.Contains("1 of 3 replays failed", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_replay_that_matched_in_a_test_that_failed_is_a_failure()
    {
        var summary = Summary(Passed("a") with { Failure = "System.FormatException: no" });

        Assert.False(summary.AllMatched);
        Assert.Contains("the test failed: System.FormatException: no", summary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_or_a_problem_is_no_match()
    {
        var withProblem = new SummaryBuilder();
        withProblem.Add(Passed("a"));
        withProblem.AddProblem("x.json", "The report can't be read.");

        Assert.False(Summary().AllMatched);
        Assert.True(Summary(Passed("a")).AllMatched);
        Assert.False(withProblem.Build().AllMatched);
        Assert.Equal(["x.json: The report can't be read."], withProblem.Build().Incomplete);
    }

    [Fact]
    public void A_report_says_it_is_a_match_and_has_divergences_is_a_failure() =>
        Assert.False((Failed("a") with { IsMatch = true }).Passed);

    [Fact]
    public void JUnit_has_a_case_for_each_replay_and_an_error_for_each_problem()
    {
        var builder = new SummaryBuilder();
        builder.Add(Passed("b"));
        builder.Add(Failed("a"));
        builder.AddProblem("c.json", "The report can't be read.");

        var suite = XDocument.Parse(builder.Build().ToJUnit()).Root!.Element("testsuite")!;

        Assert.Equal(("3", "1", "1"), (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value, suite.Attribute("errors")!.Value));
        var failed = suite.Elements().First();
        Assert.Equal(("Tests", "A(a.reenact)"), (failed.Attribute("classname")!.Value, failed.Attribute("name")!.Value));
        Assert.Equal("argumentsDiffer", failed.Element("failure")!.Attribute("type")!.Value);
        Assert.Contains("x: 1 → 2", failed.Element("failure")!.Value, StringComparison.Ordinal);
        Assert.Equal("0.250", failed.Attribute("time")!.Value);
    }

    [Fact]
    public void JSON_has_totals_failures_and_what_was_slowest()
    {
        using var json = JsonDocument.Parse(Summary(Passed("b"), Failed("a")).ToJson());

        Assert.False(json.RootElement.GetProperty("allMatched").GetBoolean());
        Assert.Equal("argumentsDiffer", json.RootElement.GetProperty("failures")[0].GetProperty("kind").GetString());
        Assert.Equal("a.reenact", json.RootElement.GetProperty("slowest")[0].GetProperty("recording").GetString());
    }

    [Fact]
    public void Text_from_recordings_is_escaped_in_every_form()
    {
        var summary = HostileSummary(Hostile);

        foreach (var text in (string[])[summary.ToString(), summary.ToMarkdown(), summary.ToJson(), summary.ToJUnit()])
        {
            Assert.DoesNotContain('\u001b', text);
            Assert.DoesNotContain('\u0000', text);
            Assert.DoesNotContain('\u202e', text);
            Assert.DoesNotContain('\uFFFE', text);
        }

        XDocument.Parse(summary.ToJUnit());
        using var json = JsonDocument.Parse(summary.ToJson());
    }

    [Fact]
    public void Whatever_stands_in_a_report_JUnit_is_well_formed_and_Markdown_keeps_it_in_code() =>
        Gen.OneOf(Gen.String, Gen.Char["`\n |<@~\\a\u2028#"].Array.Select(characters => new string(characters)), Gen.Const(Hostile)).Sample(text =>
        {
            var summary = HostileSummary(text);
            var junit = XDocument.Parse(summary.ToJUnit());
            Assert.Equal(3, junit.Descendants("testcase").Count());
            Assert.Equal("a", OutsideOfCode(summary.ToMarkdown(), text));
        });

    [Fact]
    public void Markdown_stays_within_what_a_comment_may_have()
    {
        var builder = new SummaryBuilder();
        for (var i = 0; i < 2000; i++)
        {
            var long400 = new string('x', 400);
            builder.Add(Failed($"{i}{long400}") with { Test = new string('`', 400) });
            builder.AddProblem(long400 + long400, new string('`', 900));
        }

        var markdown = builder.Build().ToMarkdown();

        Assert.InRange(markdown.Length, 10_000, 60_000);
        Assert.Contains("more that failed", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_of_a_summary_is_bounded()
    {
        var builder = new SummaryBuilder();
        for (var i = 0; i < SummaryBuilder.MostListed + 10; i++)
        {
            builder.Add(Failed("a"));
            builder.AddProblem("p", "q");
        }

        var summary = builder.Build();

        Assert.Equal(SummaryBuilder.MostListed + 10, summary.Failed);
        Assert.Equal(SummaryBuilder.MostListed, summary.Failures.Count);
        Assert.Equal(SummaryBuilder.MostDetailed, summary.Failures.Count(failure => failure.First is not null));
        Assert.Equal(SummaryBuilder.MostProblems, summary.Incomplete.Count);
    }

    internal static ReportDigest Passed(string name) => new()
    {
        Test = $"Tests.{name.ToUpperInvariant()}",
        Recording = $"{name}.reenact",
        IsMatch = true,
        RecordedCalls = 4,
        MatchedCalls = 4,
        OutputsEqual = true,
        Duration = TimeSpan.FromMilliseconds(20),
    };

    private static ReportDigest Failed(string name) => Passed(name) with
    {
        IsMatch = false,
        MatchedCalls = 3,
        MissingCalls = 1,
        Divergences = 1,
        Duration = TimeSpan.FromMilliseconds(250),
        First = new DivergenceDigest("argumentsDiffer", 2, "Other arguments.") { Expected = "f(1)", Actual = "f(2)", Differences = ["x: 1 → 2"] },
    };

    private static ReplaySummary Summary(params ReportDigest[] reports)
    {
        var builder = new SummaryBuilder();
        foreach (var report in reports)
        {
            builder.Add(report);
        }

        return builder.Build();
    }

    private static ReplaySummary HostileSummary(string text)
    {
        var builder = new SummaryBuilder();
        builder.Add(Passed("a") with
        {
            Test = text,
            Recording = text,
            Failure = text,
            Divergences = 2,
            Others = [text],
            Warnings = [text],
            Drift = [text],
            LeakCount = 1,
            Leaks = [text],
            DecisionCount = 1,
            ChangedDecisionCount = 1,
            ChangedDecisions = [text],
            Latencies = [new LatencyDigest(text, 1)],
            First = new DivergenceDigest(text, 1, text) { Expected = text, Actual = text, Differences = [text] },
        });
        builder.Add(Passed("b") with { Test = text, Recording = text, LeakCount = 12, Leaks = [text] });
        builder.AddProblem(text, text);
        return builder.Build();
    }

    /// <summary>
    /// Reads Markdown as CommonMark does as far as code goes: fenced blocks by lines, then code spans by runs of backticks.
    /// </summary>
    /// <returns>"a" where nothing outside of code is unexpected; else the line that is.</returns>
    private static string OutsideOfCode(string markdown, string text)
    {
        var fence = 0;
        foreach (var line in markdown.Split('\n'))
        {
            var ticks = line.TakeWhile(character => character == '`').Count();
            if (fence > 0)
            {
                fence = ticks >= fence && line.Trim('`').Length == 0 ? 0 : fence;
            }
            else if (ticks >= 3 && line == new string('`', ticks) + "text")
            {
                fence = ticks;
            }
            else if (!IsExpected(WithoutSpans(line)))
            {
                return $"{line} (of {text})";
            }
        }

        return fence == 0 ? "a" : "a fence stays open";
    }

    private static bool IsExpected(string rest) =>
        rest.Length == 0 || rest is "#### , " or "To look closer: " or "#### Not whole" or "- : " or "#### Leaked, and passed: " or "</details>"
            or "decisions: 0 of 1 as recorded." or "leaks: 13 in 2 of the replays." or "- : 0.0 ms (0.0 ms) then, 0.0 ms (0.0 ms) now" or "- 20.0 ms "
        || rest.StartsWith("<details><summary>", StringComparison.Ordinal)
        || rest.StartsWith("### ❌ ", StringComparison.Ordinal) || rest.Contains("have warnings, which", StringComparison.Ordinal) || rest.StartsWith("| ", StringComparison.Ordinal);

    private static string WithoutSpans(string line)
    {
        var rest = "";
        for (var at = 0; at < line.Length;)
        {
            var open = line[at..].TakeWhile(character => character == '`').Count();
            if (open == 0)
            {
                rest += line[at++];
                continue;
            }

            var end = CloseOf(line, at + open, open);
            if (end < 0)
            {
                return $"a span stays open: {line}";
            }

            at = end;
        }

        return rest;
    }

    private static int CloseOf(string line, int at, int length)
    {
        while (at < line.Length)
        {
            var run = line[at..].TakeWhile(character => character == '`').Count();
            if (run == length)
            {
                return at + run;
            }

            at += Math.Max(1, run);
        }

        return -1;
    }
}
