namespace Reenact.Testing.Tests.Running;

public sealed class ReplayTests : IDisposable
{
    private readonly RefundTest test = new() { Options = new() { Mode = ReenactMode.Replay } };

    public void Dispose() => test.Dispose();

    [Fact]
    public async Task Calls_are_served_and_nothing_runs_live()
    {
        await test.RecordAsync();

        var result = await test.RunAsync();

        Assert.Equal(ReenactMode.Replay, result.Mode);
        Assert.Equal(new Refund("refunded", "receipt-a-1-40"), result.Output);
        Assert.Equal(0, test.Bank.LiveCalls);
        Assert.Equal(test.RecordingPath, result.RecordingPath);
        Assert.Equal(2, result.Report!.MatchedCalls);
        Assert.True(result.Report.IsMatch);
    }

    [Fact]
    public async Task Code_without_a_result_is_replayed_too()
    {
        await test.RecordAsync();

        var result = await test.RunWithoutResultAsync();

        Assert.Equal(2, result.Report!.MatchedCalls);
        Assert.Equal(0, test.Bank.LiveCalls);
    }

    [Fact]
    public async Task A_divergence_fails_with_its_text_and_the_way_to_record_again()
    {
        await test.RecordAsync();
        test.Folder.Write(".git"); // Paths in messages start at the repository.
        test.Amount = 50;

        var error = await Assert.ThrowsAsync<ReplayDivergenceException>(test.RunAsync);

        Assert.StartsWith("Replay of refund.reenact diverged at event ", error.Message, StringComparison.Ordinal);
        Assert.Contains("To look closer: reenact show refund.reenact\n", error.Message, StringComparison.Ordinal);
        Assert.Equal(DivergenceKind.ArgumentsDiffer, error.Divergence.Kind);
        Assert.Contains("amount: \"40\" → \"50\"", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            $"To record it again, run {RefundTest.Name} with REENACT_MODE=Record and REENACT_RECORD={RefundTest.Name} in its environment, and commit refund.reenact.",
            error.Message,
            StringComparison.Ordinal);
        Assert.Equal(0, test.Bank.LiveCalls);
    }

    [Theory]
    [InlineData(null, ReenactMode.Replay)]
    [InlineData("Record", ReenactMode.Replay)]
    [InlineData("Once", ReenactMode.Replay)]
    [InlineData("Off", ReenactMode.Replay)]
    [InlineData("Replay", ReenactMode.Replay)]
    [InlineData("Compare", ReenactMode.Compare)]
    public async Task Code_that_takes_its_inputs_from_the_recording_never_records(string? mode, ReenactMode expected)
    {
        await test.RecordAsync();
        test["REENACT_MODE"] = mode;

        var result = await test.ReplayAsync();

        Assert.Equal(expected, result.Mode);
        Assert.Equal("receipt-a-1-40", result.Output.Receipt);
        Assert.Equal(expected == ReenactMode.Compare ? 2 : 0, test.Bank.LiveCalls);
    }

    [Fact]
    public async Task Code_that_takes_its_inputs_from_the_recording_needs_one() =>
        Assert.Contains("put one there that was made elsewhere", (await Assert.ThrowsAsync<MissingRecordingException>(() => test.ReplayAsync())).Message, StringComparison.Ordinal);

    [Fact]
    public async Task What_never_records_is_not_to_be_recorded_again_by_the_test()
    {
        await test.RecordAsync();

        var error = await Assert.ThrowsAsync<ReplayDivergenceException>(() => test.ReplayAsync(more: 1));

        Assert.Contains("To record it again, record the session again where it was made", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("REENACT_MODE=Record", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_that_swallows_a_divergence_fails_all_the_same()
    {
        await test.RecordAsync();

        await Assert.ThrowsAsync<ReplayDivergenceException>(() => test.RunAsync(async () =>
        {
            try
            {
                return (await new RefundAgent(test.Bank).HandleAsync("a-2", 40)).Status;
            }
            catch (ReplayDivergenceException)
            {
                return "fine";
            }
        }));
    }

    [Fact]
    public async Task Collecting_divergences_fails_too_and_lists_the_others()
    {
        using var collecting = new RefundTest
        {
            Options = new() { Mode = ReenactMode.Replay, Replay = new() { ContinueOnDivergence = true } },
            Account = "a-2",
        };
        await collecting.RecordAsync();

        var error = await Assert.ThrowsAsync<ReplayDivergenceException>(collecting.RunAsync);

        Assert.Contains("2 more found:", error.Message, StringComparison.Ordinal);
        Assert.Contains("Bank.PayAsync with other arguments", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_recording_is_an_error_of_its_own()
    {
        var error = await Assert.ThrowsAsync<MissingRecordingException>(test.RunAsync);

        Assert.Equal(test.RecordingPath, error.Path);
        Assert.Equal(0, test.Bank.LiveCalls);
    }

    [Fact]
    public async Task A_file_that_is_no_recording_says_so()
    {
        test.Folder.Write(test.Recording, "version https://git-lfs.github.com/spec/v1");

        var error = await Assert.ThrowsAsync<RecordingException>(test.RunAsync);

        Assert.Equal(RecordingErrorKind.NotARecording, error.Kind);
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_recording_says_so()
    {
        Directory.CreateDirectory(test.RecordingPath);

        var error = await Assert.ThrowsAsync<RecordingException>(test.RunAsync);

        Assert.Equal(RecordingErrorKind.IsDirectory, error.Kind);
    }

    [Fact]
    public async Task An_assertion_in_the_code_comes_out_as_it_is()
    {
        await test.RecordAsync();

        await Assert.ThrowsAsync<Xunit.Sdk.EqualException>(() => test.RunAsync(async () =>
        {
            var refund = await new RefundAgent(test.Bank).HandleAsync("a-1", 40);
            Assert.Equal("declined", refund.Status);
            return refund;
        }));
    }

    [Fact]
    public async Task The_recording_is_not_touched()
    {
        await test.RecordAsync();
        var before = await File.ReadAllBytesAsync(test.RecordingPath, TestContext.Current.CancellationToken);

        await test.RunAsync();

        Assert.Equal(before, await File.ReadAllBytesAsync(test.RecordingPath, TestContext.Current.CancellationToken));
        Assert.Equal(["refund.reenact"], test.Folder.Files);
    }
}
