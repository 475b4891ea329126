namespace Reenact.Testing.Tests.Running;

public sealed class ThrowsTests : IDisposable
{
    private readonly RefundTest test = new() { Amount = 1000 };

    public void Dispose() => test.Dispose();

    [Fact]
    public async Task An_expected_exception_is_recorded_as_a_failure_and_replayed()
    {
        var recorded = await test.ThrowsAsync<PaymentDeclinedException>();
        Assert.Equal(ReenactMode.Record, recorded.Mode);
        Assert.Equal("a-1 has 100, not 1000", recorded.Output.Message);
        using (var recording = Recording.Open(test.RecordingPath))
        {
            Assert.Equal(Outcome.Failure, recording.Summary.Outcome);
        }

        var replayed = await test.ThrowsAsync<PaymentDeclinedException>();
        Assert.Equal(ReenactMode.Replay, replayed.Mode);
        Assert.Equal("a-1 has 100, not 1000", replayed.Output.Message);
        Assert.Equal(2, test.Bank.LiveCalls);
    }

    [Fact]
    public async Task A_divergence_is_never_the_expected_exception()
    {
        await test.ThrowsAsync<Exception>();
        test.Amount = 2000;

        await Assert.ThrowsAsync<ReplayDivergenceException>(test.ThrowsAsync<Exception>);
    }

    [Fact]
    public async Task Another_exception_is_a_fault()
    {
        await Assert.ThrowsAsync<PaymentDeclinedException>(test.ThrowsAsync<FormatException>);

        Assert.Empty(test.Folder.Files);
    }

    [Fact]
    public async Task Code_that_does_not_throw_fails_in_every_mode()
    {
        test.Amount = 40;
        var error = await Assert.ThrowsAsync<ReenactTestException>(test.ThrowsAsync<PaymentDeclinedException>);
        Assert.Contains("expected to throw Reenact.Testing.Tests.Agents.PaymentDeclinedException, and returned", error.Message, StringComparison.Ordinal);
        Assert.Empty(test.Folder.Files);

        await test.RecordAsync();
        await Assert.ThrowsAsync<ReenactTestException>(test.ThrowsAsync<PaymentDeclinedException>);

        test["REENACT_MODE"] = "Off";
        await Assert.ThrowsAsync<ReenactTestException>(test.ThrowsAsync<PaymentDeclinedException>);
    }

    [Fact]
    public async Task An_exception_that_replay_can_not_make_says_which_and_why()
    {
        var mandates = new Mandates();
        await test.ThrowsAsync<System.Net.CookieException>(() => mandates.ReadAsync("$open"));

        var error = await Assert.ThrowsAsync<ReenactTestException>(() => test.ThrowsAsync<System.Net.CookieException>(() => mandates.ReadAsync("$open")));

        Assert.Contains("The code threw the recorded System.Net.CookieException", error.Message, StringComparison.Ordinal);
        Assert.IsType<RecordedException>(error.InnerException);
    }
}
