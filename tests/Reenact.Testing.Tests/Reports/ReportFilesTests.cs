using System.Text;
using System.Text.Json;
using Reenact.Testing.Reports;
using Reenact.Testing.Running;

namespace Reenact.Testing.Tests.Reports;

public sealed class ReportFilesTests : IDisposable
{
    private readonly RefundTest test = new();
    private readonly TestFolder reports = new();

    public void Dispose()
    {
        test.Dispose();
        reports.Dispose();
    }

    [Fact]
    public async Task A_replay_writes_its_report_as_text_and_as_JSON()
    {
        await test.RecordAsync();
        test["REENACT_REPORTS"] = reports["made/on/demand"];

        await test.RunAsync();

        var files = reports.Files;
        Assert.Equal(2, files.Length);
        Assert.All(files, file => Assert.StartsWith("made/on/demand/RefundTests.Refund_is_paid.refund.", file, StringComparison.Ordinal));
        using var json = JsonDocument.Parse(Read(files[0]));
        Assert.True(json.RootElement.GetProperty("isMatch").GetBoolean());
        Assert.True(json.RootElement.GetProperty("outputsEqual").GetBoolean());
        Assert.Equal("RefundTests.Refund_is_paid", json.RootElement.GetProperty("test").GetString());
        Assert.False(json.RootElement.TryGetProperty("failure", out _));
        Assert.Contains("2 of 2 calls matched", Read(files[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replay_that_diverges_writes_its_report_too()
    {
        await test.RecordAsync();
        test["REENACT_REPORTS"] = reports.FullName;
        test.Account = "a-2";

        await Assert.ThrowsAsync<ReplayDivergenceException>(test.RunAsync);

        using var json = JsonDocument.Parse(Read(reports.Files[0]));
        Assert.Equal("argumentsDiffer", json.RootElement.GetProperty("divergences")[0].GetProperty("kind").GetString());
        Assert.Contains("arguments differ", Read(reports.Files[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replay_whose_code_throws_writes_its_report_too()
    {
        test.Amount = 1000;
        await test.ThrowsAsync<PaymentDeclinedException>();
        test["REENACT_REPORTS"] = reports.FullName;

        await Assert.ThrowsAsync<PaymentDeclinedException>(test.RunAsync);

        using var json = JsonDocument.Parse(Read(reports.Files[0]));
        Assert.StartsWith("Reenact.Testing.Tests.Agents.PaymentDeclinedException: ", json.RootElement.GetProperty("failure").GetString(), StringComparison.Ordinal);
        var summary = ReplaySummary.Read(reports.FullName);
        Assert.Equal((1, 1), (summary.Replays, summary.Failed));
    }

    [Fact]
    public async Task A_recording_that_can_not_be_read_is_reported_as_a_replay_that_failed()
    {
        test.Folder.Write("refund.reenact", "no recording");
        test["REENACT_REPORTS"] = reports.FullName;

        await Assert.ThrowsAnyAsync<RecordingException>(test.RunAsync);

        Assert.Equal(2, reports.Files.Length);
        Assert.Contains("can't be read", Read(reports.Files[1]), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Read(reports.Files[0]));
        Assert.Equal(["test", "failure", "replayId", "recording", "isMatch"], json.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.All(reports.Files, file => Assert.Equal(2, Read(file).Split(test.RecordingPath).Length));
        var summary = ReplaySummary.Read(reports.FullName);
        Assert.Equal((1, 1, 0), (summary.Replays, summary.Failed, summary.Incomplete.Count));
        Assert.Contains(test.RecordingPath, summary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_of_a_folder_make_one_summary()
    {
        await test.RecordAsync();
        test["REENACT_REPORTS"] = reports.FullName;
        await test.RunAsync();

        Assert.True(ReplaySummary.Read(reports.FullName).AllMatched);

        test.Amount = 41;
        await Assert.ThrowsAsync<ReplayDivergenceException>(test.RunAsync);
        var summary = ReplaySummary.Read(reports.FullName);
        Assert.Equal((1, 1), (summary.Replays, summary.Failed));
        Assert.Contains("amount: \"40\" → \"41\"", summary.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Record")]
    [InlineData("Off")]
    public async Task What_runs_live_writes_none(string mode)
    {
        test["REENACT_MODE"] = mode;
        test["REENACT_REPORTS"] = reports.FullName;

        await test.RunAsync();

        Assert.Empty(reports.Files);
    }

    [Fact]
    public async Task Without_a_folder_no_report_is_written()
    {
        await test.RecordAsync();
        test["REENACT_REPORTS"] = " ";

        await test.RunAsync();

        Assert.Equal(["refund.reenact"], test.Folder.Files);
    }

    [Fact]
    public async Task A_report_that_can_not_be_written_fails_a_test_that_passes()
    {
        await test.RecordAsync();
        test["REENACT_REPORTS"] = reports.Write("a file");

        var error = await Assert.ThrowsAsync<ReenactTestException>(test.RunAsync);

        Assert.Contains("Check REENACT_REPORTS.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_can_not_be_written_does_not_hide_a_divergence()
    {
        await test.RecordAsync();
        test["REENACT_REPORTS"] = reports.Write("a file");
        test.Account = "a-2";

        var error = await Assert.ThrowsAsync<ReplayDivergenceException>(test.RunAsync);

        Assert.Contains("account: \"a-1\" → \"a-2\"", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Check REENACT_REPORTS.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_of_one_test_with_several_recordings_stand_beside_each_other_whatever_they_are_called()
    {
        await test.RecordAsync();
        var report = (await test.RunAsync()).Report!;
        var method = "Названия_могут_быть_длинными_" + string.Concat(Enumerable.Repeat("и_ещё_длиннее_", 20));
        foreach (var recording in (string[])["/r/a/refund.reenact", "/r/b/refund.reenact", "/r/a/re: fund?.reenact"])
        {
            Assert.Null(ReportFiles.TryWrite(reports.FullName, new TestIdentity("/s/RefundTests.cs", method), recording, report));
            Assert.Null(ReportFiles.TryWrite(reports.FullName, new TestIdentity("/s/RefundTests.cs", "Short"), recording, report));
        }

        Assert.Equal(12, reports.Files.Length);
        Assert.All(reports.Files, file => Assert.True(Encoding.UTF8.GetByteCount(file) <= 255));
    }

    [Fact]
    public async Task Tests_that_run_at_once_may_write_the_same_report()
    {
        await test.RecordAsync();
        test["REENACT_REPORTS"] = reports.FullName;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(test.RunAsync)));

        Assert.Equal(2, reports.Files.Length);
        using var json = JsonDocument.Parse(Read(reports.Files[0]));
    }

    private string Read(string file) => File.ReadAllText(reports[file]);
}
