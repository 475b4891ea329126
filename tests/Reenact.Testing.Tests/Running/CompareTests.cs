namespace Reenact.Testing.Tests.Running;

public sealed class CompareTests : IDisposable
{
    private readonly RefundTest test = new() { Options = new() { Mode = ReenactMode.Compare } };

    public void Dispose() => test.Dispose();

    [Fact]
    public async Task A_world_that_answers_as_recorded_passes_and_is_really_asked()
    {
        await test.RecordAsync();
        var before = await File.ReadAllBytesAsync(test.RecordingPath, TestContext.Current.CancellationToken);

        var result = await test.RunAsync();

        Assert.Equal(ReenactMode.Compare, result.Mode);
        Assert.Equal(2, test.Bank.LiveCalls);
        Assert.Equal(2, result.Report!.LiveCalls);
        Assert.Empty(result.Report.Drift);
        Assert.Equal(before, await File.ReadAllBytesAsync(test.RecordingPath, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_world_that_answers_otherwise_fails_with_what_differs()
    {
        await test.RecordAsync();
        test.Folder.Write(".git");
        test.Bank = new Bank { Balance = 90 };

        var error = await Assert.ThrowsAsync<RecordingDriftException>(test.RunAsync);

        Assert.Single(error.Report.Drift);
        Assert.StartsWith("1 of 2 live calls ended otherwise than refund.reenact says.\n\n  Bank.BalanceAsync(account: \"a-1\")  (event ", error.Message, StringComparison.Ordinal);
        Assert.Contains("\"100\" → \"90\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("To look closer: reenact show refund.reenact\n", error.Message, StringComparison.Ordinal);
        Assert.Contains("run RefundTests.Refund_is_paid with REENACT_MODE=Record", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_follows_from_drift_is_told_behind_it()
    {
        await test.RecordAsync();
        test.Bank = new Bank { Balance = 10 };

        var error = await Assert.ThrowsAsync<RecordingDriftException>(() => test.RunAsync(async () =>
        {
            try
            {
                return await new RefundAgent(test.Bank).HandleAsync("a-1", 40);
            }
            catch (PaymentDeclinedException)
            {
                return null;
            }
        }));

        Assert.Contains("PaymentDeclinedException", error.Message, StringComparison.Ordinal);
        Assert.Contains("What followed from it:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_is_told_before_the_divergence_that_follows_from_it()
    {
        var mailbox = new Mailbox();
        using var recorder = new RefundTest { Options = new() { Mode = ReenactMode.Record, AllowSideEffects = ["SendAsync"] } };
        await recorder.RunAsync(() => TellBalanceAsync(new Bank(), mailbox));
        using var compared = new RefundTest { Recording = recorder.RecordingPath, Options = new() { Mode = ReenactMode.Compare } };

        var error = await Assert.ThrowsAsync<RecordingDriftException>(() => compared.RunAsync(() => TellBalanceAsync(new Bank { Balance = 90 }, mailbox)));

        Assert.StartsWith("1 of 1 live calls ended otherwise than", error.Message, StringComparison.Ordinal);
        Assert.Contains("AllowSideEffects = [\"Reenact.Testing.Tests.Agents.Mailbox.SendAsync\"]", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".Live(", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, mailbox.Sent);

        static async Task<int> TellBalanceAsync(Bank bank, Mailbox mailbox) => await mailbox.SendAsync($"{await bank.BalanceAsync("a-1")}@b");
    }

    [Fact]
    public async Task A_stream_that_is_read_further_after_drift_says_what_the_test_can_allow()
    {
        using var recorder = new RefundTest { Options = new() { Mode = ReenactMode.Record, AllowSideEffects = ["TakeOutAsync"] } };
        await recorder.RunAsync(() => ReadMailAsync(new Bank()));
        using var compared = new RefundTest { Recording = recorder.RecordingPath, Options = new() { Mode = ReenactMode.Compare } };

        var error = await Assert.ThrowsAsync<RecordingDriftException>(() => compared.RunAsync(() => ReadMailAsync(new Bank { Balance = 90 })));

        Assert.Contains("for an item more than is recorded", error.Message, StringComparison.Ordinal);
        Assert.Contains("AllowSideEffects = [\"Reenact.Testing.Tests.Agents.Mailbox.TakeOutAsync\"]", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".Live(", error.Message, StringComparison.Ordinal);

        static async Task<int> ReadMailAsync(Bank bank)
        {
            var (wanted, read) = (await bank.BalanceAsync("a-1") == 100 ? 1 : 2, 0);
            await foreach (var mail in new Mailbox().TakeOutAsync())
            {
                if (++read == wanted)
                {
                    break;
                }
            }

            return read;
        }
    }

    [Fact]
    public async Task Changed_code_is_a_divergence_and_no_drift()
    {
        await test.RecordAsync();
        test.Amount = 41;

        await Assert.ThrowsAsync<ReplayDivergenceException>(test.RunAsync);
    }

    [Fact]
    public async Task Without_a_recording_there_is_nothing_to_compare_with()
    {
        await Assert.ThrowsAsync<MissingRecordingException>(test.RunAsync);
        Assert.Equal(0, test.Bank.LiveCalls);
    }

    [Fact]
    public async Task In_CI_it_is_refused_unless_the_environment_asks_for_it()
    {
        await test.RecordAsync();
        test["CI"] = "true";

        var error = await Assert.ThrowsAsync<ReenactTestException>(test.RunAsync);

        Assert.Contains("set REENACT_MODE to Compare, or REENACT_COMPARE to RefundTests.Refund_is_paid", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, test.Bank.LiveCalls);
        test["REENACT_COMPARE"] = "RefundTests.*";
        Assert.Equal(ReenactMode.Compare, (await test.RunAsync()).Mode);
    }

    [Fact]
    public async Task Calls_with_side_effects_are_served_unless_they_are_named()
    {
        using var recorder = new RefundTest { Options = new() { Mode = ReenactMode.Record, AllowSideEffects = ["SendAsync"] } };
        await recorder.RunAsync(() => new Mailbox().SendAsync("a@b"));
        var mailbox = new Mailbox();
        using var compared = new RefundTest { Recording = recorder.RecordingPath, Options = new() { Mode = ReenactMode.Compare } };
        using var named = new RefundTest { Recording = recorder.RecordingPath, Options = new() { Mode = ReenactMode.Compare, AllowSideEffects = ["SendAsync", "Fax.SendAsync"] } };

        await compared.RunAsync(() => mailbox.SendAsync("a@b"));
        Assert.Equal(0, mailbox.Sent);

        await named.RunAsync(() => mailbox.SendAsync("a@b"));
        Assert.Equal(1, mailbox.Sent);
    }

    [Fact]
    public async Task Its_report_is_written_and_a_summary_counts_drift_as_failed()
    {
        await test.RecordAsync();
        test.Bank = new Bank { Balance = 90 };
        test["REENACT_REPORTS"] = test.Folder["reports"];

        await Assert.ThrowsAsync<RecordingDriftException>(test.RunAsync);

        var summary = ReplaySummary.Read(test.Folder["reports"]);
        Assert.Equal((1, 1), (summary.Replays, summary.Failed));
        Assert.Contains("drift", summary.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"100\" → \"90\"", summary.ToMarkdown(), StringComparison.Ordinal);
    }
}
