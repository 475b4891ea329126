using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Reenact.Events;
using Reenact.Format;
using Reenact.Integrity;
using Reenact.Tests.Durabilities;
using Reenact.Tests.Recorders;
using Reenact.Tests.States;
using Reenact.Tests.Format.Encryption;
using Xunit;

namespace Reenact.Tests.Format;

/// <summary>A reader written from docs/format.md alone, in another language, reads what this one reads.</summary>
public class IndependentReaderTests
{
    [Fact]
    public void It_reads_the_same_events()
    {
        SkipWithoutTools();
        using var signer = RecordingSigner.Generate("example.com/recordings");
        AssertSame(RecordingBuilder.Sample().Seal(signer).Bytes, exitCode: 0);
        AssertSame(EveryKind.Recording().Seal().Bytes, exitCode: 0);
        AssertSame(new RecordingBuilder().Seal().Bytes, exitCode: 0);
    }

    [Fact]
    public void It_reads_the_same_events_of_random_values()
    {
        SkipWithoutTools();
        for (var seed = 0; seed < 5; seed++)
            AssertSame(RandomEvents.Recording(seed, events: 60).Seal().Bytes, exitCode: 0);
    }

    [Fact]
    public async Task It_puts_the_same_states_together()
    {
        SkipWithoutTools();
        var random = new Random(7);
        AssertSame(
            await Recorded.SessionAsync(() =>
            {
                var cart = new Cart("Ada", [.. Enumerable.Range(0, 30).Select(item => new CartLine($"item {item}", 1))]);
                var notes = new SortedDictionary<string, string>(StringComparer.Ordinal);
                for (var turn = 0; turn < 60; turn++)
                {
                    var at = random.Next(cart.Lines.Count);
                    cart.Lines[at] = cart.Lines[at] with { Quantity = turn };
                    cart.Lines.RemoveAt(random.Next(cart.Lines.Count));
                    cart.Lines.Insert(random.Next(cart.Lines.Count + 1), new CartLine(new string('x', random.Next(300)), turn));
                    notes[$"note {random.Next(20)}"] = $"turn {turn}";
                    notes.Remove($"note {random.Next(20)}");
                    Session.Snapshot("cart", cart);
                    Session.Snapshot("notes", notes);
                }

                return Task.CompletedTask;
            }),
            exitCode: 0);
    }

    [Fact]
    public void It_puts_the_same_lists_together()
    {
        SkipWithoutTools();
        var random = new Random(3);
        for (var i = 0; i < 3; i++)
            AssertSame(GrownListTests.Record([.. Enumerable.Range(0, 150).Select(_ => (random.Next(2), random.Next(40), random.Next(4)))]).Recording, exitCode: 0);
    }

    [Fact]
    public void It_tells_unsealed_and_damaged_recordings_apart()
    {
        SkipWithoutTools();
        var whole = RecordingBuilder.Sample().Seal().Bytes;
        AssertSame(RecordingBuilder.Sample().Block().Bytes, exitCode: 1);
        AssertSame(whole[..^1], exitCode: 1);
        AssertSame(whole[..^32], exitCode: 1);
        AssertSame(whole[..^200], exitCode: 1);

        var damaged = (byte[])whole.Clone();
        damaged[300] ^= 1;
        Assert.Equal(2, Run(damaged).ExitCode);
        Assert.Equal(2, Run([]).ExitCode);
        Assert.Equal(2, Run([.. whole, 0]).ExitCode);
    }

    [Fact]
    public async Task It_reads_the_tail()
    {
        SkipWithoutTools();
        await using var live = new LiveSession();
        SampleTools.Twice(1);
        await live.Session.FlushAsync();
        live.Tools.Describe(new string('x', 70_000));
        SampleTools.Twice(2);
        using var recording = Recording.Open(live.Path);

        var run = RunOn(live.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.InRange(recording.EventsInTail, 5, 10);
        Assert.Equal(recording.ReadEvents().Select(found => Json(recording, found).ToJsonString()), run.Lines.Select(line => JsonNode.Parse(line)!.ToJsonString()));
    }

    [Fact]
    public void It_decrypts_what_the_library_encrypted_and_checks_the_rest_without_a_key()
    {
        SkipWithoutTools();
        var bytes = EncryptedSample.Build().Seal().Bytes;
        var key = Convert.ToHexString(EncryptedSample.KeyBytes);
        using var recording = EncryptedSample.Open(bytes);
        var expected = recording.ReadEvents().Select(found => Json(recording, found).ToJsonString()).ToList();

        var (exitCode, lines) = Run(bytes, key);
        Assert.Equal(0, exitCode);
        Assert.Equal(expected, lines.Select(line => JsonNode.Parse(line)!.ToJsonString()));

        Assert.Equal(1, Run(EncryptedSample.Build().Block().Bytes, key).ExitCode);
        Assert.Equal(2, Run(bytes, Convert.ToHexString(new byte[32])).ExitCode);
        (exitCode, lines) = Run(bytes);
        Assert.Equal(0, exitCode);
        Assert.Empty(lines);
    }

    private static void AssertSame(byte[] bytes, int exitCode)
    {
        using var recording = Recording.Open(new MemoryBlockStore(bytes));
        var expected = recording.ReadEvents().Select(found => Json(recording, found).ToJsonString()).ToList();

        var run = Run(bytes);

        Assert.Equal(expected, run.Lines.Select(line => JsonNode.Parse(line)!.ToJsonString()));
        Assert.Equal(exitCode, run.ExitCode);
    }

    private static JsonObject Json(Recording recording, RecordedEvent found)
    {
        var json = EventJson.Of(found);
        if (found is SnapshotEvent snapshot)
            json["whole"] = EventJson.Value(recording.StateAt(found.Sequence)[snapshot.Name].Value);
        return json;
    }

    private static (int ExitCode, List<string> Lines) Run(byte[] recording, params string[] key)
    {
        using var file = new TemporaryFile();
        File.WriteAllBytes(file.Path, recording);
        return RunOn(file.Path, key);
    }

    private static (int ExitCode, List<string> Lines) RunOn(string path, params string[] key)
    {
        using var process = Process.Start(new ProcessStartInfo("python3", [Script(), path, .. key]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        process.WaitForExit();
        Assert.DoesNotContain("Traceback", errors.Result, StringComparison.Ordinal);
        return (process.ExitCode, lines);
    }

    private static string Script([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "independent-reader", "read_recording.py");

    private static void SkipWithoutTools()
    {
        Assert.SkipUnless(Exists("python3"), "python3 is not installed.");
        Assert.SkipUnless(Exists("zstd"), "The zstd command is not installed.");
    }

    private static bool Exists(string tool)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(tool, ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
