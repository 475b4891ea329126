using System.Diagnostics;
using System.Globalization;
using System.Text;
using RecordingWorker;
using Reenact.Events;
using Reenact.Format;
using Reenact.Keys;
using Reenact.Tests.Format;
using Xunit;

namespace Reenact.Tests.Durabilities;

/// <summary>
/// Processes that are killed while they record, at moments that nobody chose. <c>REENACT_KILLS</c> says how often; without it, as often as
/// fits into some seconds.
/// </summary>
public sealed class KillTests
{
    private static readonly int? Kills = int.TryParse(Environment.GetEnvironmentVariable("REENACT_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : null;

    [Fact]
    public async Task A_process_killed_at_any_instant_loses_no_call_that_had_returned()
    {
        var random = new Random();
        var clock = Stopwatch.StartNew();
        for (var kill = 0; Kills is { } wanted ? kill < wanted : kill < 3 || (kill < 40 && clock.Elapsed < TimeSpan.FromSeconds(8)); )
        {
            using var file = new TemporaryFile();
            var promised = new long[Survivor.Threads];
            for (var epoch = random.Next(3); epoch >= 0; epoch--, kill++)
            {
                var before = File.Exists(file.Path);
                var returned = await KillAsync(file.Path, before, Durability.EveryEvent, () => Task.Delay(TimeSpan.FromMilliseconds(random.NextDouble() * 60)));
                for (var thread = 0; thread < promised.Length; thread++)
                    promised[thread] += returned[thread];

                AssertKept(file.Path, promised);
            }

            await using (var session = Session.Resume(file.Path))
            {
                session.Note("somebody came and ended it");
            }

            AssertEnded(file.Path, promised);
        }
    }

    [Fact]
    public async Task A_buffered_session_is_whole_up_to_where_it_was_handed_over()
    {
        using var file = new TemporaryFile();
        await KillAsync(file.Path, goesOn: false, Durability.Buffered, HandedOverAsync);

        AssertKept(file.Path, promised: new long[Survivor.Threads]);
        using var recording = Reenact.Recording.Open(file.Path);
        Assert.NotEmpty(recording.Calls);

        async Task HandedOverAsync()
        {
            while (new FileInfo(file.Path).Length < 1_000)
                await Task.Delay(10);
        }
    }

    [Fact]
    public async Task An_encrypted_session_that_is_killed_leaves_nothing_readable_and_goes_on_encrypted()
    {
        var above = Directory.CreateTempSubdirectory("reenact-secret-").FullName;
        var (ring, folder) = (Path.Combine(above, "ring"), Directory.CreateDirectory(Path.Combine(above, "recordings")).FullName);
        var path = Path.Combine(folder, "killed.reenact");
        var keys = FileKeyRing.Create(ring);
        await keys.AddTenantAsync(Secretary.Tenant, TestContext.Current.CancellationToken);
        var random = new Random();
        var clock = Stopwatch.StartNew();
        for (var kill = 0; Kills is { } wanted ? kill < wanted / 10 : kill < 2 || (kill < 10 && clock.Elapsed < TimeSpan.FromSeconds(3)); kill++)
        {
            // First once the session's start is on disk: an encrypted session hands over what there is every 50 ms, and may lose it before.
            var begun = kill == 0 ? WaitForEventsAsync(path) : Task.CompletedTask;
            await KilledWorker.RunAsync(
                ["secret", path, ring, kill == 0 ? "record" : "resume"],
                async () =>
                {
                    await begun;
                    await Task.Delay(TimeSpan.FromMilliseconds(random.NextDouble() * 300));
                });
            AssertNothingReadable(folder);
        }

        await using (var session = Session.Resume(path, new RecordOptions { KeyStore = keys }))
        {
            session.Note(Secretary.Secret);
        }

        AssertNothingReadable(folder);
        using var recording = Reenact.Recording.Open(path, new RecordingOpenOptions { KeyStore = keys });
        Assert.Equal(Secretary.Tenant, recording.Info.Tenant);
        Assert.Equal(Secretary.Secret, recording.ReadEvents().OfType<NoteEvent>().Last().Text);
        Assert.True(recording.Verify().IsIntact);
        recording.Dispose();
        Directory.Delete(above, recursive: true);
    }

    private static async Task WaitForEventsAsync(string path)
    {
        while (true)
        {
            try
            {
                using var recording = Reenact.Recording.Open(path);
                if (recording.EventCount > 0)
                {
                    return;
                }
            }
            catch (RecordingException)
            {
                // It is not there yet, or being made.
            }

            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private static void AssertNothingReadable(string folder)
    {
        var files = Directory.GetFiles(folder);
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file).AsSpan();
            Assert.True(bytes.IndexOf(Encoding.UTF8.GetBytes(Secretary.Secret)) < 0 && bytes.IndexOf(Encoding.Unicode.GetBytes(Secretary.Secret)) < 0, file);
        }
    }

    private static void AssertKept(string path, long[] promised)
    {
        using var recording = Reenact.Recording.Open(path);
        Assert.Equal(RecordingState.Unsealed, recording.State);
        AssertCalls(recording, promised);
        var verification = recording.Verify();
        Assert.True(verification.IsIntact, string.Join('\n', verification.Findings));
        Assert.False(verification.IsSealed);
    }

    private static void AssertEnded(string path, long[] promised)
    {
        using var recording = Reenact.Recording.Open(path);
        Assert.Equal(RecordingState.Sealed, recording.State);
        Assert.False(File.Exists(path + ".tail"));
        AssertCalls(recording, promised);
        Assert.True(recording.Verify().IsIntact);
    }

    private static void AssertCalls(Reenact.Recording recording, long[] promised)
    {
        var ended = new long[promised.Length];
        foreach (var call in recording.Calls.Where(call => call.End is not null))
            ended[call.Arguments[0].Read<int, Shims.Int32Codec>()]++;

        for (var thread = 0; thread < promised.Length; thread++)
            Assert.True(ended[thread] >= promised[thread], $"{ended[thread]} of {promised[thread]} calls that had returned are there.");
    }

    private static async Task<long[]> KillAsync(string path, bool goesOn, Durability durability, Func<Task> until)
    {
        var said = await KilledWorker.RunAsync(["survive", path, goesOn ? "resume" : "record", durability.ToString()], until);
        return [.. Enumerable.Range(0, Survivor.Threads).Select(thread => said.LongCount(number => number == thread))];
    }
}
