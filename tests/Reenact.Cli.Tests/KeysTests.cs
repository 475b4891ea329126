using System.Text.Json;

namespace Reenact.Cli.Tests;

public class KeysTests
{
    [Fact]
    public async Task With_its_key_ring_an_encrypted_recording_is_shown_verified_and_compared()
    {
        using var sample = await EncryptedSample.CreateAsync();
        await sample.RecordAsync(sample.Beside("other.reenact"));

        var shown = ToolRun.Of("show", sample.File, "--keys", sample.Ring);
        Assert.Equal(0, shown.ExitCode);
        Assert.Contains("support", shown.Output, StringComparison.Ordinal);
        Assert.Contains($"encrypted with {sample.KeyId()}", shown.Output, StringComparison.Ordinal);

        var verified = ToolRun.Of("verify", sample.File, "--keys", sample.Ring);
        Assert.Equal(0, verified.ExitCode);
        Assert.Contains("decrypted", verified.Output, StringComparison.Ordinal);
        Assert.Contains("index, summary, events", verified.Output, StringComparison.Ordinal);

        Assert.Equal(0, ToolRun.Of("diff", sample.File, sample.Beside("other.reenact"), "--keys", sample.Ring).ExitCode);
        Assert.Equal(0, ToolRun.Of("state", sample.File, "--keys", sample.Ring).ExitCode);
        Assert.Equal(0, ToolRun.Of("lineage", sample.File, "0", "--keys", sample.Ring).ExitCode);
    }

    [Fact]
    public async Task Without_the_key_a_recording_is_verified_and_everything_else_names_the_key_and_the_remedy()
    {
        using var sample = await EncryptedSample.CreateAsync();
        var verified = ToolRun.Of("verify", sample.File);
        Assert.Equal(0, verified.ExitCode);
        Assert.Contains("encrypted; not decrypted", verified.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("index, summary", verified.Lines[1], StringComparison.Ordinal);

        foreach (var command in new[] { ["show", sample.File], ["show", sample.File, "--json"], ["state", sample.File], ["lineage", sample.File, "0"], new[] { "diff", sample.File, sample.File } })
        {
            var run = ToolRun.Of(command);
            Assert.Equal(2, run.ExitCode);
            Assert.Empty(run.Output);
            Assert.Contains(sample.KeyId().ToString(), run.Error, StringComparison.Ordinal);
            Assert.Contains("--keys", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_recording_whose_key_was_destroyed_is_erased_and_still_verifies()
    {
        using var sample = await EncryptedSample.CreateAsync();
        await sample.RecordAsync(sample.Beside("other.reenact"));

        var destroyed = ToolRun.Of("keys", "destroy", sample.File, "--keys", sample.Ring);
        Assert.Equal(0, destroyed.ExitCode);
        Assert.Contains("erased", destroyed.Output, StringComparison.Ordinal);

        var verified = ToolRun.Of("verify", sample.File, "--keys", sample.Ring);
        Assert.Equal(0, verified.ExitCode);
        Assert.Contains("erased", verified.Output, StringComparison.Ordinal);
        var json = JsonDocument.Parse(ToolRun.Of("verify", sample.File, "--keys", sample.Ring, "--json").Output).RootElement;
        Assert.Equal("erased", json.GetProperty("encryption").GetString());
        Assert.Equal(sample.KeyId(), json.GetProperty("keyId").GetGuid());
        Assert.True(json.GetProperty("passed").GetBoolean());

        var shown = ToolRun.Of("show", sample.File, "--keys", sample.Ring);
        Assert.Equal(2, shown.ExitCode);
        Assert.Contains("destroyed", shown.Error, StringComparison.Ordinal);
        Assert.Equal(0, ToolRun.Of("show", sample.Beside("other.reenact"), "--keys", sample.Ring).ExitCode);
    }

    [Fact]
    public async Task Rotation_touches_no_recording_and_leaves_all_readable()
    {
        using var sample = await EncryptedSample.CreateAsync();
        var before = await File.ReadAllBytesAsync(sample.File, TestContext.Current.CancellationToken);
        var rotated = ToolRun.Of("keys", "rotate", "acme", "--keys", sample.Ring);
        Assert.Equal(0, rotated.ExitCode);
        Assert.Contains("1 session key", rotated.Output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(sample.File, TestContext.Current.CancellationToken));
        Assert.Equal(0, ToolRun.Of("show", sample.File, "--keys", sample.Ring).ExitCode);
        Assert.Equal("acme", ToolRun.Of("keys", "list", "--keys", sample.Ring).Output.Trim());
    }

    [Fact]
    public async Task What_is_wrong_with_a_key_ring_is_told()
    {
        using var sample = await EncryptedSample.CreateAsync();
        using var plain = await SampleRecording.CreateAsync();
        var missing = sample.Beside("nowhere");

        Assert.Contains("no key ring", Failing("show", sample.File, "--keys", missing), StringComparison.Ordinal);
        Assert.Equal(0, ToolRun.Of("show", plain.File, "--keys", missing).ExitCode); // It needs no key.
        Assert.Contains("no key ring", Failing("keys", "list", "--keys", missing), StringComparison.Ordinal);
        Assert.Contains("REENACT_KEYS", Failing("keys", "list"), StringComparison.Ordinal);
        Assert.Contains("already", Failing("keys", "create", "--keys", sample.Ring), StringComparison.Ordinal);
        Assert.Contains("already", Failing("keys", "add", "acme", "--keys", sample.Ring), StringComparison.Ordinal);
        Assert.Contains("no key of tenant", Failing("keys", "rotate", "globex", "--keys", sample.Ring), StringComparison.Ordinal);
        Assert.Contains("not encrypted", Failing("keys", "destroy", plain.File, "--keys", sample.Ring), StringComparison.Ordinal);

        ToolRun.Of("keys", "create", "--keys", sample.Beside("other"));
        Assert.Contains("doesn't have that key", Failing("show", sample.File, "--keys", sample.Beside("other")), StringComparison.Ordinal);
    }

    private static string Failing(params string[] args)
    {
        var run = ToolRun.Of(args);
        Assert.Equal(2, run.ExitCode);
        return run.Error;
    }
}
