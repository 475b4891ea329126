using System.Diagnostics;
using System.Globalization;
using RecordingWorker;
using Reenact.Format;
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
        for (var kill = 0; Kills is { } wanted ? kill < wanted : kill < 3 || (kill < 40 && clock.Elapsed < TimeSpan.FromSeconds(15)); )
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

    private static async Task<long[]> KillAsync(string path, bool goesOn, Durability durability, Func<Task> untilThen)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Survivor).Assembly.Location, "survive", path, goesOn ? "resume" : "record", durability.ToString()])
        {
            RedirectStandardOutput = true,
        })!;
        var returned = new long[Survivor.Threads];
        var buffer = new byte[64 * 1024];
        Task? killing = null;
        int count;
        while ((count = await process.StandardOutput.BaseStream.ReadAsync(buffer, TestContext.Current.CancellationToken)) > 0)
        {
            killing ??= KillWhenDueAsync();
            foreach (var thread in buffer.AsSpan(0, count))
                returned[thread]++;
        }

        Assert.NotNull(killing); // Else it ended by itself.
        await killing;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return returned;

        async Task KillWhenDueAsync()
        {
            await untilThen();
            process.Kill();
        }
    }
}
