using Reenact.Events;
using Reenact.Tests.Replaying.Races;
using Reenact.Tests.Format;
using Xunit;

namespace Reenact.Tests.Replaying.Live;

/// <summary>Random concurrent programs, replayed into new recordings.</summary>
public sealed class RandomForkTests(ITestOutputHelper output)
{
    private const int Programs = 60;

    [Fact]
    public async Task A_recorded_replay_of_any_program_replays_as_the_program_did()
    {
        var replayed = 0;
        for (var seed = 0; seed < Programs; seed++)
        {
            using var original = new TemporaryFile();
            using var copy = new TemporaryFile();
            var recorded = await RecordAsync(seed, original.Path);
            using (var replay = Replay(original.Path).RecordTo(copy.Path))
            {
                if (!await TryRunAsync(replay, seed, recorded))
                {
                    continue; // What a replay can't reproduce, its recording need not.
                }
            }

            using var again = Replay(copy.Path);
            var matched = await TryRunAsync(again, seed, recorded);
            replayed += matched ? 1 : 0;
            Assert.True(matched || again.Report.Exactness == Exactness.Free, $"seed {seed}\n{again.Report}");
        }

        output.WriteLine($"{replayed} of {Programs} programs");
        Assert.True(replayed > Programs - 8);
    }

    [Fact]
    public async Task A_fork_of_any_program_at_any_event_comes_to_an_end_and_replays()
    {
        var (forked, replayed) = (0, 0);
        for (var seed = 0; seed < Programs; seed++)
        {
            using var original = new TemporaryFile();
            using var fork = new TemporaryFile();
            await RecordAsync(seed, original.Path);
            long last;
            using (var recording = Reenact.Recording.Open(original.Path))
            {
                last = new Random(seed).NextInt64(recording.EventCount);
            }

            string outcome;
            using (var replay = Replay(original.Path).ForkAt(last, fork.Path))
            {
                try
                {
                    outcome = (await replay.RunAsync(new RandomProgram(seed, mixed: false, coordinates: false).RunAsync).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)).Output;
                }
                catch (ReplayDivergenceException exception)
                {
                    Assert.True(replay.Report.Exactness == Exactness.Free, $"seed {seed} at {last}: {exception.Message}");
                    continue;
                }
            }

            forked++;
            using var again = Replay(fork.Path);
            var matched = await TryRunAsync(again, seed, outcome);
            replayed += matched ? 1 : 0;
            Assert.True(matched || again.Report.Exactness == Exactness.Free, $"seed {seed} forked at {last}\n{again.Report}");
        }

        output.WriteLine($"{forked} of {Programs} forked, {replayed} replayed");
        Assert.True(forked > Programs - 8);
        Assert.True(replayed > Programs - 12);
    }

    [Fact]
    public async Task A_recorded_replay_of_a_free_recording_replays_or_says_that_it_is_free()
    {
        var replayed = 0;
        for (var seed = 0; seed < Programs; seed++)
        {
            using var original = new TemporaryFile();
            using var copy = new TemporaryFile();
            var recorded = await RecordAsync(seed, original.Path, Scheduling.Free);
            using (var replay = Replay(original.Path).RecordTo(copy.Path))
            {
                if (!await TryRunAsync(replay, seed, recorded))
                {
                    continue;
                }
            }

            using var again = Replay(copy.Path);
            var matched = await TryRunAsync(again, seed, recorded);
            replayed += matched ? 1 : 0;
            Assert.True(matched || again.Report.Exactness == Exactness.Free, $"seed {seed}\n{again.Report}");
        }

        output.WriteLine($"{replayed} of {Programs} free programs");
        Assert.True(replayed > Programs / 2);
    }

    [Fact]
    public async Task A_program_whose_calls_all_run_live_comes_to_an_end()
    {
        for (var seed = 0; seed < Programs; seed++)
        {
            using var original = new TemporaryFile();
            await RecordAsync(seed, original.Path);

            using var replay = Replay(original.Path).Compare();
            var report = await replay.RunAsync(new RandomProgram(seed, mixed: false, coordinates: false).RunAsync).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

            Assert.Empty(report.Divergences);
        }
    }

    private static SessionReplay Replay(string path) => Session.Replay(path, new ReplayOptions { StuckTimeout = TimeSpan.FromSeconds(4) });

    private static async Task<string> RecordAsync(int seed, string path, Scheduling scheduling = Scheduling.Exact)
    {
        await using var session = Session.Record(path, options: new RecordOptions { Scheduling = scheduling });
        return await session.RunAsync(new RandomProgram(seed, mixed: false, coordinates: false).RunAsync).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    private static async Task<bool> TryRunAsync(SessionReplay replay, int seed, string expected)
    {
        try
        {
            var program = new RandomProgram(seed, mixed: false, coordinates: false);
            var report = await replay.RunAsync(program.RunAsync).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
            return report.Output == expected && program.LiveCalls == 0;
        }
        catch (ReplayDivergenceException)
        {
            return false;
        }
    }
}
