using System.Text;
using CsCheck;
using Reenact.Replaying.Reports;
using Xunit;

namespace Reenact.Tests.Replaying.Reports;

public sealed class ReportReaderTests : IDisposable
{
    private const string Id = "\"replayId\": \"0199c3f0-0000-7000-8000-000000000001\", \"isMatch\": true";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("reenact-reports-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_report_is_read_as_it_was_written()
    {
        var report = new ReplayReport
        {
            ReplayId = Guid.CreateVersion7(),
            SessionId = Guid.CreateVersion7(),
            Recording = "/r/refund.reenact",
            Exactness = Exactness.Free,
            MatchOrder = MatchOrder.Strict,
            RecordedCalls = 5,
            MatchedCalls = 3,
            LiveCalls = 1,
            ExtraCalls = 2,
            MissingCalls = 1,
            UnmadeExceptions = [],
            Latencies = [new MethodLatency("Shop.Agent.HandleAsync", 3, Milliseconds(12), Milliseconds(40), Milliseconds(1), Milliseconds(2))],
            Leaks =
            [
                new Leak { Kind = LeakKind.Http, Target = "https://rates.example/v1", Times = 2, After = "f(1)", Stack = ["A.B() in b.cs:line 4", "A.C()"] },
                new Leak { Kind = LeakKind.Process, Target = "git \u001b" },
            ],
            Decisions = [new ReplayedDecision("same", 3, "x", "x", true), new ReplayedDecision("refund", 7, "\"yes\"", "\"no\"", false), new ReplayedDecision("late", null, null, "1", false)],
            Warnings = ["Code left the thread."],
            Drift =
            [
                new ResultDrift { Event = 3, Call = "f(1)", Expected = "2", Actual = "3", Differences = ["x: 2 → 3"], SameArguments = true },
                new ResultDrift { Event = 4, Call = "g()", Expected = "2", Actual = "throws", SameArguments = true },
            ],
            Consequences = [new Divergence { Kind = DivergenceKind.CallMissing, Recording = "/r", Message = "Missing.", Remedy = "" }],
            Duration = TimeSpan.FromMilliseconds(12.5),
            OutputsEqual = false,
            Divergences =
            [
                .. Enumerable.Range(0, 14).Select(i => new Divergence
                {
                    Kind = DivergenceKind.ArgumentsDiffer,
                    Recording = "/r/refund.reenact",
                    Event = (ulong)i,
                    Message = "Other \"arguments\" \u001b.",
                    Remedy = "Look.",
                    Expected = "f(1)",
                    Actual = "f(2)",
                    Differences = ["x: 1 → 2", "y: 2 → 3"],
                }),
            ],
        };

        var read = ReportReader.Read(Encoding.UTF8.GetBytes(Reenact.Replaying.ReportJson.Write(report, "T.M", "failed")));

        var expected = ReportDigest.Of(report, "T.M", "failed");
        Assert.Equal(Plain(expected), Plain(read));
        Assert.Equal(["HTTP request to https://rates.example/v1, 2 times, after f(1), at A.B() in b.cs:line 4", "process started: git \u001b, before the first recorded call"], read.Leaks);
        Assert.Equal(expected.Leaks, read.Leaks);
        Assert.Equal(["event 7, refund: \"yes\" then, \"no\" now", "late: (none) then, 1 now"], read.ChangedDecisions);
        Assert.Equal(expected.ChangedDecisions, read.ChangedDecisions);
        Assert.Equal((3, 2, 2), (read.DecisionCount, read.ChangedDecisionCount, read.LeakCount));
        Assert.Equal(expected.Latencies, read.Latencies);
        Assert.Equal(expected.First! with { Differences = [] }, read.First! with { Differences = [] });
        Assert.Equal(expected.First!.Differences, read.First!.Differences);
        Assert.Equal(expected.Others, read.Others);
        Assert.Equal(expected.Warnings, read.Warnings);
        Assert.Equal(["f(1): x: 2 → 3", "g(): 2 → throws", "follows: call missing: Missing."], read.Drift);
        Assert.Equal(expected.Drift, read.Drift);
        Assert.Equal(14, read.Divergences);
        Assert.Equal(ReportDigest.MostLines, read.Others.Count);
    }

    private static TimeSpan Milliseconds(int count) => TimeSpan.FromMilliseconds(count);

    /// <summary>Without lists, which records compare by identity.</summary>
    private static ReportDigest Plain(ReportDigest report) =>
        report with { First = null, Others = [], Warnings = [], Drift = [], Leaks = [], ChangedDecisions = [], Latencies = [] };

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"isMatch\": true}")]
    [InlineData("{\"replayId\": \"x\", \"isMatch\": true}")]
    [InlineData("{" + Id + "} {}")]
    [InlineData("{" + Id + ", \"matchedCalls\": -1}")]
    [InlineData("{" + Id + ", \"matchedCalls\": 99999999999}")]
    [InlineData("{" + Id + ", \"durationMs\": -1}")]
    [InlineData("{" + Id + ", \"durationMs\": 1e300}")]
    [InlineData("{" + Id + ", \"isMatch\": \"yes\"}")]
    [InlineData("{" + Id + ", \"divergences\": {}}")]
    [InlineData("{" + Id + ", \"leaks\": {}}")]
    [InlineData("{" + Id + ", \"leaks\": [{\"times\": -1}]}")]
    [InlineData("{" + Id + ", \"decisions\": [{\"equal\": 1}]}")]
    [InlineData("{" + Id + ", \"decisions\": [{\"event\": 1.5}]}")]
    [InlineData("{" + Id + ", \"latencies\": [{\"calls\": \"1\"}]}")]
    [InlineData("{" + Id + ", \"latencies\": [{\"replayedP95Ms\": -1}]}")]
    [InlineData("{" + Id + ", \"divergences\": [1]}")]
    [InlineData("{" + Id + ", \"divergences\": [{\"differences\": [[]]}]}")]
    [InlineData("{" + Id + ", \"test\": \"\\ud800\"}")]
    [InlineData("{" + Id + ", \"more\": [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]}")]
    public void What_is_no_report_is_refused(string json) =>
        Assert.Throws<InvalidDataException>(() => ReportReader.Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Unknown_members_are_skipped_and_long_text_is_cut()
    {
        var read = ReportReader.Read(Encoding.UTF8.GetBytes($"\uFEFF{{{Id}, \"new\": {{\"a\": [1]}}, \"{new string('n', 100)}\": 1, \"recording\": \"{new string('r', 100_000)}\", \"failure\": \"{new string('f', 100_000)}\"}}"));

        Assert.Equal(ReportDigest.LongestName + 1, read.Recording.Length);
        Assert.Equal(ReportDigest.LongestText + 1, read.Failure!.Length);
    }

    [Fact]
    public void Any_bytes_are_a_report_or_refused() =>
        Gen.Select(Gen.Byte.Array, Gen.Int[0, 280]).Sample((noise, at) =>
        {
            var bytes = Encoding.UTF8.GetBytes($"{{{Id}, \"recording\": \"r\", \"leaks\": [{{\"kind\": \"http\", \"stack\": [\"f\"]}}], \"latencies\": [{{\"method\": \"m\"}}], \"divergences\": [{{\"kind\": \"stuck\", \"message\": \"m\"}}]}}");
            noise.AsSpan(0, Math.Min(noise.Length, 8)).TryCopyTo(bytes.AsSpan(Math.Min(at, bytes.Length)));
            try
            {
                ReportReader.Read(bytes);
            }
            catch (InvalidDataException)
            {
                // As documented; anything else fails the test.
            }
        });

    [Fact]
    public void A_folder_is_read_with_its_folders_and_says_what_it_can_not_read()
    {
        Write("a.json", $"{{{Id}, \"recording\": \"a\"}}");
        Write("deep/b.json", $"{{{Id}, \"recording\": \"b\"}}");
        Write("c.json", "{");
        Write("d.txt", "no report");
        using (var large = File.Create(Path.Combine(folder.FullName, "e.json")))
        {
            large.SetLength(ReportReader.LargestFile + 1);
        }

        var summary = ReplaySummary.Read(folder.FullName);

        Assert.Equal((2, 2, false), (summary.Replays, summary.Incomplete.Count, summary.AllMatched));
        Assert.Contains("c.json: The report can't be read", summary.Incomplete[0], StringComparison.Ordinal);
        Assert.Contains("e.json: The report can't be read: it has 16777217 bytes", summary.Incomplete[1], StringComparison.Ordinal);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
