using System.Text.Json;
using Reenact.Integrity;

namespace Reenact.Cli.Tests;

public class VerifyTests
{
    [Fact]
    public async Task A_sealed_recording_passes()
    {
        using var sample = await SampleRecording.CreateAsync();

        var run = ToolRun.Of("verify", sample.File);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("case-17.reenact: sealed", run.Output, StringComparison.Ordinal);
        Assert.Contains("passed", run.Output, StringComparison.Ordinal);
        Assert.Contains("signature   none", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_signature_of_the_given_key_passes(bool asFile)
    {
        using var signer = RecordingSigner.Generate("acme.example/recordings");
        using var sample = await SampleRecording.CreateAsync(signer: signer);
        var key = signer.VerifierKey.ToString()!;
        if (asFile)
        {
            await File.WriteAllTextAsync(sample.Beside("acme.pub"), key + "\n", TestContext.Current.CancellationToken);
            key = sample.Beside("acme.pub");
        }

        var run = ToolRun.Of("verify", sample.File, "--key", key);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("valid, by acme.example/recordings", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_of_another_key_fails_when_a_key_was_given_and_only_then()
    {
        using var signer = RecordingSigner.Generate("acme.example/recordings");
        using var other = RecordingSigner.Generate("other.example/recordings");
        using var sample = await SampleRecording.CreateAsync(signer: signer);

        Assert.Equal(1, ToolRun.Of("verify", sample.File, "--key", other.VerifierKey.ToString()!).ExitCode);
        Assert.Equal(0, ToolRun.Of("verify", sample.File).ExitCode);
        Assert.Equal(0, ToolRun.Of("verify", sample.File, "--key", other.VerifierKey.ToString()!, "--key", signer.VerifierKey.ToString()!).ExitCode);
    }

    [Fact]
    public async Task An_unsigned_recording_fails_when_a_key_was_given()
    {
        using var signer = RecordingSigner.Generate("acme.example/recordings");
        using var sample = await SampleRecording.CreateAsync();

        Assert.Equal(1, ToolRun.Of("verify", sample.File, "--key", signer.VerifierKey.ToString()!).ExitCode);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("a+b+c")]
    [InlineData("")]
    public async Task A_key_that_is_none_is_exit_code_2(string key)
    {
        using var sample = await SampleRecording.CreateAsync();

        var run = ToolRun.Of("verify", sample.File, "--key", key);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("name+id+key", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_says_what_text_says()
    {
        using var sample = await SampleRecording.CreateAsync();
        sample.Change(bytes => bytes[..^40]);

        var run = ToolRun.Of("verify", "--json", sample.File);

        Assert.Equal(1, run.ExitCode);
        var document = JsonElement.Parse(run.Output);
        Assert.False(document.GetProperty("passed").GetBoolean());
        Assert.NotEqual("sealed", document.GetProperty("state").GetString());
        Assert.NotEqual(0, document.GetProperty("findings").GetArrayLength());
    }
}
