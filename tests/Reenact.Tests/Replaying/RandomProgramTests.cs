using System.Diagnostics;
using Reenact.Tests.Format;
using Xunit;

namespace Reenact.Tests.Replaying;

public class RandomProgramTests(ITestOutputHelper output)
{
    private const int Programs = 200;

    /// <summary>How many of 200 freely recorded programs replay exactly at least; 193 and more were seen, on a busy machine.</summary>
    private const int Floor = 180;

    [Fact]
    public async Task Every_program_recorded_under_exact_scheduling_replays_exactly()
    {
        var results = await ReplayAllAsync(Scheduling.Exact, mixed: false);

        Assert.All(
            results.Where(result => RandomProgram.KeepsToItsThread(result.Seed)),
            result => Assert.True(result is { Matched: true, Exactness: Exactness.Exact }, $"seed {result.Seed}: {result.Explanation}"));
        AssertHonest(results);
        Assert.True(results.Count(result => result.Matched) >= Programs - 4); // 200 of 200, but for Task.WhenEach on a busy machine.
    }

    [Fact]
    public async Task Programs_that_leave_the_exact_scheduling_replay_exactly_or_say_that_they_do_not()
    {
        var results = await ReplayAllAsync(Scheduling.Exact, mixed: true);

        AssertHonest(results);
        Assert.True(results.Count(result => result.Matched) >= Floor);
    }

    [Fact]
    public async Task Programs_recorded_freely_replay_exactly_or_say_that_they_do_not()
    {
        var results = await ReplayAllAsync(Scheduling.Free, mixed: true);

        AssertHonest(results);
        Assert.True(results.Count(result => result.Matched) >= Floor);
    }

    /// <summary>A replay is the recording, or the recording said that it can't be sure and the replay says where they differ.</summary>
    private static void AssertHonest(Result[] results)
    {
        Assert.All(
            results,
            result => Assert.True(
                result.Matched || (result.Divergence is not null && result.Exactness == Exactness.Free),
                $"seed {result.Seed}: {result.Explanation}"));
        Assert.DoesNotContain(results, result => result.Divergence?.Kind == DivergenceKind.Stuck);
    }

    private async Task<Result[]> ReplayAllAsync(Scheduling scheduling, bool mixed)
    {
        var results = new Result[Programs];
        var time = Stopwatch.StartNew();
        await Parallel.ForAsync(
            0,
            Programs,
            new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken },
            async (seed, _) => results[seed] = await ReplayAsync(seed, scheduling, mixed));

        var kinds = results.Where(result => !result.Matched).GroupBy(result => result.Divergence?.Kind.ToString() ?? "(silent)");
        output.WriteLine(
            $"{scheduling}{(mixed ? ", ConfigureAwait(false) mixed in" : "")}: {results.Count(result => result.Matched)} of {Programs} programs replayed exactly in {time.Elapsed.TotalSeconds:0.0} s; "
            + $"{results.Count(result => result.Exactness == Exactness.Exact)} recordings exact; {results.Sum(result => result.Calls)} calls; "
            + $"divergences: {string.Join(", ", kinds.Select(kind => $"{kind.Key} {kind.Count()}"))}");
        foreach (var result in results.Where(result => !result.Matched).Take(5))
        {
            output.WriteLine($"seed {result.Seed} ({result.Exactness}): {result.Explanation}");
        }

        return results;
    }

    private static async Task<Result> ReplayAsync(int seed, Scheduling scheduling, bool mixed)
    {
        using var file = new TemporaryFile();
        string recorded;
        int calls;
        await using (var session = Session.Record(file.Path, options: new RecordOptions { Scheduling = scheduling }))
        {
            var program = new RandomProgram(seed, mixed);
            recorded = await session.RunAsync(program.RunAsync).WaitAsync(TimeSpan.FromSeconds(20));
            calls = program.LiveCalls;
        }

        using var replay = Session.Replay(file.Path, new ReplayOptions { StuckTimeout = TimeSpan.FromSeconds(2) });
        var replayed = new RandomProgram(seed, mixed);
        try
        {
            var report = await replay.RunAsync(replayed.RunAsync).WaitAsync(TimeSpan.FromSeconds(20));
            var matched = report.IsMatch && report.Output == recorded && replayed.LiveCalls == 0;
            return new Result(seed, calls, report.Exactness, matched, null, $"{recorded}\nwas replayed as\n{report.Output}");
        }
        catch (ReplayDivergenceException exception)
        {
            return new Result(seed, calls, replay.Report.Exactness, false, exception.Divergence, exception.Message);
        }
    }

    private sealed record Result(int Seed, int Calls, Exactness Exactness, bool Matched, Divergence? Divergence, string Explanation);
}
