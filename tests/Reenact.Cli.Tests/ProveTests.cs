using System.Text.Json;
using Reenact.Integrity;

namespace Reenact.Cli.Tests;

public sealed class ProveTests : IDisposable
{
    private readonly RecordingSigner signer = RecordingSigner.Generate("acme.example/recordings");

    private string Key => signer.VerifierKey.ToString();

    public void Dispose() => signer.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_proof_of_an_event_is_checked_without_the_recording(bool withBlock)
    {
        using var sample = await SampleRecording.CreateAsync(signer: signer);
        var proof = sample.Beside("event-3.tlog-proof");

        var made = ToolRun.Of(["prove", sample.File, "--event", "3", .. withBlock ? ["--with-block"] : Array.Empty<string>()]);
        await File.WriteAllTextAsync(proof, made.Output, TestContext.Current.CancellationToken);
        File.Delete(sample.File);

        Assert.Equal(0, made.ExitCode);
        Assert.StartsWith("c2sp.org/tlog-proof@v1\n", made.Output, StringComparison.Ordinal);
        var run = ToolRun.Of("verify", proof, "--key", Key);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("proved", run.Output, StringComparison.Ordinal);
        Assert.Contains("block 1 of 2, with events 0 to", run.Output, StringComparison.Ordinal);
        Assert.Equal(withBlock, run.Output.Contains("holds the block", StringComparison.Ordinal));

        Assert.Equal(1, ToolRun.Of("verify", proof).ExitCode);
        using var other = RecordingSigner.Generate("other.example/recordings");
        Assert.Equal(1, ToolRun.Of("verify", proof, "--key", other.VerifierKey.ToString()).ExitCode);
        await File.WriteAllTextAsync(proof, made.Output.Replace("index 1", "index 0", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal(1, ToolRun.Of("verify", proof, "--key", Key).ExitCode);
        await File.WriteAllTextAsync(proof, "c2sp.org/tlog-proof@v1\n", TestContext.Current.CancellationToken);
        Assert.Equal(2, ToolRun.Of("verify", proof, "--key", Key).ExitCode);
    }

    [Fact]
    public async Task Growth_from_a_kept_checkpoint_is_checked_with_and_without_the_recording()
    {
        var kept = new List<Checkpoint>();
        using var sample = await GrowingAsync(kept);
        var older = sample.Beside("kept");
        await File.WriteAllTextAsync(older, kept[0].ToString(), TestContext.Current.CancellationToken);

        Assert.Equal(0, ToolRun.Of("verify", sample.File, "--checkpoint", older, "--key", Key).ExitCode);
        Assert.Contains("grown from  1 kept checkpoint", ToolRun.Of("verify", sample.File, "--checkpoint", older).Output, StringComparison.Ordinal);
        Assert.Equal(0, ToolRun.Of("verify", sample.File, "--checkpoint", sample.File + ".checkpoints", "--key", Key).ExitCode);

        var made = ToolRun.Of("prove", sample.File, "--since", older);
        var proof = sample.Beside("growth");
        await File.WriteAllTextAsync(proof, made.Output, TestContext.Current.CancellationToken);
        Assert.Equal(0, made.ExitCode);
        Assert.StartsWith($"old {kept[0].Size}\n", made.Output, StringComparison.Ordinal);
        Assert.Equal(0, ToolRun.Of("verify", proof, "--checkpoint", older, "--key", Key).ExitCode);
        Assert.Equal(1, ToolRun.Of("verify", proof, "--key", Key).ExitCode);
        Assert.Equal(1, ToolRun.Of("verify", proof, "--checkpoint", older).ExitCode);
        Assert.Equal(0, ToolRun.Of("prove", sample.File, "--event", "0", "--checkpoint", older).ExitCode);
    }

    [Fact]
    public async Task A_recording_that_did_not_grow_from_a_kept_checkpoint_fails()
    {
        var kept = new List<Checkpoint>();
        using var sample = await GrowingAsync(kept);
        using var other = await SampleRecording.CreateAsync(signer: signer);
        var last = sample.Beside("kept");
        await File.WriteAllTextAsync(last, kept[^1].ToString(), TestContext.Current.CancellationToken);

        var run = ToolRun.Of("verify", other.File, "--checkpoint", last, "--json");

        Assert.Equal(1, run.ExitCode);
        var document = JsonElement.Parse(run.Output);
        Assert.Equal("sealed", document.GetProperty("state").GetString());
        Assert.Equal("otherSession", document.GetProperty("kept")[0].GetProperty("status").GetString());
        Assert.Contains(document.GetProperty("findings").EnumerateArray(), finding => finding.TryGetProperty("checkpoint", out var status) && status.GetString() == "otherSession");
        Assert.Equal(1, ToolRun.Of("prove", other.File, "--since", last).ExitCode);
    }

    [Fact]
    public async Task Proofs_are_json_too()
    {
        using var sample = await SampleRecording.CreateAsync(signer: signer);

        var document = JsonElement.Parse(ToolRun.Of("prove", sample.File, "--event", "3", "--json").Output);

        Assert.Equal(1, document.GetProperty("block").GetInt32());
        Assert.StartsWith("c2sp.org/tlog-proof@v1\n", document.GetProperty("proof").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_not_be_proved_is_exit_code_2()
    {
        using var sample = await SampleRecording.CreateAsync(signer: signer);

        Assert.Equal(2, ToolRun.Of("prove", sample.File).ExitCode);
        Assert.Equal(2, ToolRun.Of("prove", sample.File, "--event", "3", "--since", sample.File).ExitCode);
        Assert.Equal(2, ToolRun.Of("prove", sample.File, "--event", "9999").ExitCode);
        Assert.Equal(2, ToolRun.Of("prove", sample.File, "--event", "-1").ExitCode);
        Assert.Equal(2, ToolRun.Of("prove", sample.File, "--since", sample.File).ExitCode);
        Assert.Equal(2, ToolRun.Of("verify", sample.File, "--checkpoint", sample.Beside("none")).ExitCode);
    }

    [Fact]
    public async Task A_new_key_signs_and_its_text_verifies()
    {
        using var sample = await SampleRecording.CreateAsync();
        var file = sample.Beside("acme.key");

        var run = ToolRun.Of("keygen", "acme.example/recordings", file);

        Assert.Equal(0, run.ExitCode);
        using var loaded = RecordingSigner.Load(file);
        Assert.Equal(loaded.VerifierKey.ToString(), run.Output.Trim());
        Assert.DoesNotContain("PRIVATE", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, ToolRun.Of("keygen", "acme.example/recordings", file).ExitCode);
        Assert.Equal(2, ToolRun.Of("keygen", "two words", sample.Beside("other.key")).ExitCode);
        Assert.False(File.Exists(sample.Beside("other.key")));
    }

    [Fact]
    public async Task Checking_what_is_stored_says_that_it_checked_no_more()
    {
        using var sample = await SampleRecording.CreateAsync(signer: signer);

        var run = ToolRun.Of("verify", sample.File, "--stored-only", "--key", Key);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("structure, checksums, seal, Merkle root (", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_encrypted_recording_is_proved_without_its_key_and_measured_with_it()
    {
        using var sample = await EncryptedSample.CreateAsync();
        var proof = sample.Beside("event-3.tlog-proof");

        var made = ToolRun.Of("prove", sample.File, "--event", "3", "--with-block");
        await File.WriteAllTextAsync(proof, made.Output, TestContext.Current.CancellationToken);

        Assert.Equal(0, made.ExitCode);
        Assert.Contains("the proof holds the block", ToolRun.Of("verify", proof).Output, StringComparison.Ordinal);
        Assert.Contains("left out", ToolRun.Of("verify", sample.File, "--stored-only", "--keys", sample.Ring).Output, StringComparison.Ordinal);
        Assert.Equal(2, ToolRun.Of("stats", sample.File).ExitCode);
        var stats = ToolRun.Of("stats", sample.File, "--keys", sample.Ring);
        Assert.Equal(0, stats.ExitCode);
        Assert.Contains("call started", stats.Output, StringComparison.Ordinal);
    }

    private async Task<SampleRecording> GrowingAsync(List<Checkpoint> kept)
    {
        var sample = SampleRecording.Empty();
        var options = new RecordOptions
        {
            Signer = signer,
            Checkpoints = new CheckpointOptions
            {
                Sidecar = true,
                OnCheckpoint = (checkpoint, _) =>
                {
                    kept.Add(checkpoint);
                    return default;
                },
            },
        };
        await using var session = Session.Record(sample.File, null, options);
        for (var block = 0; block < 3; block++)
        {
            session.Note($"block {block}");
            await session.FlushAsync();
            while (kept.Count <= block)
            {
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }
        }

        return sample;
    }
}
