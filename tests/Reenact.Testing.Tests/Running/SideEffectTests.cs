namespace Reenact.Testing.Tests.Running;

public sealed class SideEffectTests
{
    [Theory]
    [InlineData(ReenactMode.Record)]
    [InlineData(ReenactMode.Once)]
    [InlineData(ReenactMode.Off)]
    public async Task A_live_call_that_is_not_named_fails_before_it_runs(ReenactMode mode)
    {
        var mailbox = new Mailbox();
        using var test = new RefundTest { Options = new() { Mode = mode } };

        var exception = await Assert.ThrowsAsync<ReenactTestException>(() => test.RunAsync(() => mailbox.SendAsync("a@b")));

        Assert.Contains(RefundTest.Name, exception.Message, StringComparison.Ordinal);
        Assert.Contains("called Reenact.Testing.Tests.Agents.Mailbox.SendAsync, which has side effects", exception.Message, StringComparison.Ordinal);
        Assert.Contains("AllowSideEffects = [\"Reenact.Testing.Tests.Agents.Mailbox.SendAsync\"]", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, mailbox.Sent);
        Assert.Empty(test.Folder.Files);
    }

    [Theory]
    [InlineData(ReenactMode.Record, "Reenact.Testing.Tests.Agents.Mailbox.SendAsync")]
    [InlineData(ReenactMode.Off, "Mailbox.SendAsync")]
    [InlineData(ReenactMode.Once, "SendAsync")]
    public async Task A_live_call_that_is_named_runs(ReenactMode mode, string name)
    {
        var mailbox = new Mailbox();
        using var test = new RefundTest { Options = new() { Mode = mode, AllowSideEffects = [name] } };

        Assert.Equal(1, (await test.RunAsync(() => mailbox.SendAsync("a@b"))).Output);
    }

    [Theory]
    [InlineData("Send")]
    [InlineData("endAsync")]
    [InlineData("box.SendAsync")]
    [InlineData("")]
    public async Task A_part_of_a_name_that_is_no_end_of_it_names_nothing(string name)
    {
        using var test = new RefundTest { Options = new() { Mode = ReenactMode.Off, AllowSideEffects = [name] } };

        await Assert.ThrowsAsync<ReenactTestException>(() => test.RunAsync(() => new Mailbox().SendAsync("a@b")));
    }

    [Fact]
    public async Task An_end_that_is_of_two_methods_names_the_first_and_fails_the_second()
    {
        using var test = new RefundTest { Options = new() { Mode = ReenactMode.Off, AllowSideEffects = ["SendAsync"] } };

        var exception = await Assert.ThrowsAsync<ReenactTestException>(() => test.RunAsync(
            async () => await new Mailbox().SendAsync("a@b") + await new Fax().SendAsync("a")));

        Assert.Contains("\"SendAsync\", which is Reenact.Testing.Tests.Agents.Mailbox.SendAsync as well as Reenact.Testing.Tests.Agents.Fax.SendAsync", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReenactMode.Record)]
    [InlineData(ReenactMode.Off)]
    public async Task Code_that_catches_the_refusal_fails_all_the_same(ReenactMode mode)
    {
        using var test = new RefundTest { Options = new() { Mode = mode } };

        await Assert.ThrowsAsync<ReenactTestException>(() => test.RunAsync(async () =>
        {
            try
            {
                return await new Mailbox().SendAsync("a@b");
            }
            catch (ReenactTestException)
            {
                return -1;
            }
        }));

        Assert.Empty(test.Folder.Files);
    }

    [Fact]
    public async Task The_refusal_is_no_expected_exception_and_goes_before_what_the_code_makes_of_it()
    {
        using var test = new RefundTest { Options = new() { Mode = ReenactMode.Record } };

        var expected = await Assert.ThrowsAsync<ReenactTestException>(() => test.ThrowsAsync<Exception>(() => new Mailbox().SendAsync("a@b")));
        var wrapped = await Assert.ThrowsAsync<ReenactTestException>(() => test.RunAsync<int>(async () =>
        {
            try
            {
                return await new Mailbox().SendAsync("a@b");
            }
            catch (ReenactTestException exception)
            {
                throw new InvalidOperationException("No mail.", exception);
            }
        }));

        Assert.Contains("has side effects", expected.Message, StringComparison.Ordinal);
        Assert.Contains("has side effects", wrapped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replay_needs_no_names_and_calls_nothing()
    {
        var mailbox = new Mailbox();
        using var test = new RefundTest { Options = new() { AllowSideEffects = ["Mailbox.SendAsync", "Mailbox.Delete"] } };
        await test.RunAsync(() => SendAndDeleteAsync(mailbox));
        using var replay = new RefundTest { Recording = test.RecordingPath };

        var result = await replay.RunAsync(() => SendAndDeleteAsync(mailbox));

        Assert.Equal((ReenactMode.Replay, 3), (result.Mode, result.Output));
        Assert.Equal(2, mailbox.Sent);
    }

    [Fact]
    public async Task Outside_of_tests_and_after_them_nothing_is_refused()
    {
        using var test = new RefundTest { Options = new() { Mode = ReenactMode.Off } };
        await test.RunAsync(() => Task.FromResult(1));

        Assert.Equal(1, await new Mailbox().SendAsync("a@b"));
        Assert.Equal(1, new Mailbox().Delete("1"));
    }

    private static async Task<int> SendAndDeleteAsync(Mailbox mailbox) => await mailbox.SendAsync("a@b") + mailbox.Delete("1");
}
