using System.Text.Json;
using System.Xml.Linq;
using Reenact.Replaying.Reports;
using Xunit;

namespace Reenact.Tests.Replaying.Reports;

/// <summary>What summaries of many replays say of leaks, decisions and latencies.</summary>
public class FindingsTests
{
    private static readonly LatencyDigest Agent = new("Acme.Agent.HandleAsync", 2)
    {
        RecordedMedian = Milliseconds(1500), RecordedP95 = Milliseconds(2000), ReplayedMedian = Milliseconds(3), ReplayedP95 = Milliseconds(5),
    };

    private readonly SummaryBuilder builder = new();

    [Fact]
    public void A_failure_tells_the_decisions_that_differ_and_what_leaked()
    {
        builder.Add(SummaryTests.Passed("a") with
        {
            IsMatch = false,
            LeakCount = 12,
            Leaks = ["HTTP request to https://x/"],
            DecisionCount = 5,
            ChangedDecisionCount = 1,
            ChangedDecisions = ["event 7, refund: \"yes\" then, \"no\" now"],
        });
        var summary = builder.Build();

        foreach (var text in (string[])[summary.ToString(), summary.ToMarkdown(), XDocument.Parse(summary.ToJUnit()).Descendants("failure").Single().Value])
        {
            Assert.Contains("decided   event 7, refund: \"yes\" then, \"no\" now\n", text, StringComparison.Ordinal);
            Assert.Contains("leaked    HTTP request to https://x/\n", text, StringComparison.Ordinal);
            Assert.Contains("and 11 more leaks", text, StringComparison.Ordinal);
        }

        Assert.Contains("  decisions 4 of 5 as recorded\n  leaks     12 in 1 of the replays\n", summary.ToString(), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(summary.ToJson());
        Assert.Equal((12, 5, 1), (Number("leaks"), Number("decisions"), Number("decisionsDiffer")));
        var failure = json.RootElement.GetProperty("failures")[0];
        Assert.Equal("HTTP request to https://x/", failure.GetProperty("leaks")[0].GetString());
        Assert.Equal("event 7, refund: \"yes\" then, \"no\" now", failure.GetProperty("decisions")[0].GetString());
        Assert.Empty(json.RootElement.GetProperty("leaking").EnumerateArray());

        int Number(string name) => json.RootElement.GetProperty(name).GetInt32();
    }

    [Fact]
    public void A_replay_that_passed_although_something_leaked_is_told()
    {
        builder.Add(SummaryTests.Passed("a"));
        builder.Add(SummaryTests.Passed("b") with { LeakCount = 1, Leaks = ["DNS query for x"] });
        var summary = builder.Build();

        Assert.True(summary.AllMatched);
        Assert.StartsWith("! Tests.B (b.reenact)\n      leaked    DNS query for x\n", summary.ToString(), StringComparison.Ordinal);
        Assert.Contains("#### Leaked, and passed: ` Tests.B (b.reenact) `\n\n```text\nleaked    DNS query for x\n```\n", summary.ToMarkdown(), StringComparison.Ordinal);
        var cases = XDocument.Parse(summary.ToJUnit()).Descendants("testcase").ToList();
        Assert.Equal([null, "leaked    DNS query for x"], cases.Select(each => each.Element("system-out")?.Value));
        using var json = JsonDocument.Parse(summary.ToJson());
        var leaking = Assert.Single(json.RootElement.GetProperty("leaking").EnumerateArray());
        Assert.Equal(("b.reenact", "DNS query for x"), (leaking.GetProperty("recording").GetString(), leaking.GetProperty("leaks")[0].GetString()));
    }

    [Fact]
    public void A_methods_latency_is_the_median_of_medians_and_the_highest_percentile()
    {
        foreach (var factor in (int[])[1, 3, 2])
        {
            builder.Add(SummaryTests.Passed($"r{factor}") with
            {
                Latencies = [Agent with { RecordedMedian = factor * Agent.RecordedMedian, RecordedP95 = factor * Agent.RecordedP95, ReplayedMedian = factor * Agent.ReplayedMedian, ReplayedP95 = factor * Agent.ReplayedP95 }],
            });
        }

        var summary = builder.Build();

        Assert.Equal(new SummaryLatency("Acme.Agent.HandleAsync", 3, 6, Milliseconds(3000), Milliseconds(6000), Milliseconds(6), Milliseconds(15)), Assert.Single(summary.Latencies));
        Assert.Contains("  Agent.HandleAsync: 3.00 s (6.00 s) then, 6.0 ms (15.0 ms) now\n", summary.ToString(), StringComparison.Ordinal);
        Assert.Contains("- ` Acme.Agent.HandleAsync `: 3.00 s (6.00 s) then, 6.0 ms (15.0 ms) now\n", summary.ToMarkdown(), StringComparison.Ordinal);
        var property = Assert.Single(XDocument.Parse(summary.ToJUnit()).Descendants("property"));
        Assert.Equal(("latency Acme.Agent.HandleAsync", "3.00 s (6.00 s) then, 6.0 ms (15.0 ms) now"), (property.Attribute("name")!.Value, property.Attribute("value")!.Value));
        using var json = JsonDocument.Parse(summary.ToJson());
        var latency = Assert.Single(json.RootElement.GetProperty("latencies").EnumerateArray());
        Assert.Equal((3, 6, 15.0), (latency.GetProperty("replays").GetInt32(), latency.GetProperty("calls").GetInt32(), latency.GetProperty("replayedP95Ms").GetDouble()));
    }

    [Fact]
    public void What_is_kept_is_bounded()
    {
        for (var number = 0; number < 2 * SummaryLatencies.MostMethods; number++)
        {
            builder.Add(SummaryTests.Passed($"{number}") with { LeakCount = 1, Leaks = ["x"], Latencies = [Agent with { Method = $"M{number}" }] });
        }

        var summary = builder.Build();

        Assert.Equal(SummaryLatencies.MostMethods, summary.Latencies.Count);
        Assert.Equal(SummaryBuilder.MostLeaking, summary.Leaking.Count);
        Assert.All(summary.Passes, report => Assert.Empty(report.Latencies));
        Assert.InRange(summary.ToMarkdown().Length, 1, 60_000);
    }

    private static TimeSpan Milliseconds(int count) => TimeSpan.FromMilliseconds(count);
}
