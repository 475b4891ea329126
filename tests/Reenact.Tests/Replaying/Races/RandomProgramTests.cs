using System.Diagnostics;
using System.Globalization;
using Reenact.Tests.Format;
using Xunit;

namespace Reenact.Tests.Replaying.Races;

/// <summary>
/// Random concurrent programs are recorded once and replayed three times. REENACT_RACES says how many there are of each sort, REENACT_RACE_SEED
/// which single one to run: that of a failure.
/// </summary>
public class RandomProgramTests(ITestOutputHelper output)
{
    private const int Replays = 3;

    /// <summary>Which share of freely recorded programs replays exactly at least, on a busy machine.</summary>
    private const double FreeFloor = 0.6;

    /// <summary>Which share of recordings is exact at least where the programs leave for the thread pool: some do in several branches at once.</summary>
    private const double ExactFloor = 0.6;

    private static readonly int Programs = Number("REENACT_RACES") ?? 120;

    [Fact]
    public async Task Every_program_recorded_under_exact_scheduling_replays_exactly_each_time()
    {
        var results = await ReplayAllAsync(Scheduling.Exact, mixed: false);

        Assert.True(results.Count(result => result.Exactness == Exactness.Exact) >= results.Length * ExactFloor);
    }

    [Fact]
    public async Task Programs_that_leave_for_the_thread_pool_under_exact_scheduling_replay_exactly_each_time()
    {
        var results = await ReplayAllAsync(Scheduling.Exact, mixed: true);

        Assert.True(results.Count(result => result.Exactness == Exactness.Exact) >= results.Length * ExactFloor);
    }

    [Fact]
    public async Task Programs_recorded_freely_replay_exactly_or_name_the_near_tie()
    {
        var results = await ReplayAllAsync(Scheduling.Free, mixed: true);

        Assert.True(results.Count(result => result.Matched) >= results.Length * FreeFloor);
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private async Task<Result[]> ReplayAllAsync(Scheduling scheduling, bool mixed)
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, 8), ports);
        var seeds = Number("REENACT_RACE_SEED") is { } single ? Enumerable.Repeat(single, 1) : Enumerable.Range(0, Programs);
        var results = new System.Collections.Concurrent.ConcurrentBag<Result>();
        var time = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            seeds,
            new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken },
            async (seed, _) =>
            {
                foreach (var result in await ReplayAsync(seed, scheduling, mixed))
                {
                    results.Add(result);
                }
            });

        var replays = results.ToArray();
        var kinds = replays.Where(result => !result.Matched).GroupBy(result => result.Divergence?.Kind.ToString() ?? "(silent)");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{scheduling}{(mixed ? ", ConfigureAwait(false) mixed in" : "")}: {replays.Count(result => result.Matched)} of {replays.Length} replays exact in {time.Elapsed.TotalSeconds:0.0} s; {replays.Count(result => result.Exactness == Exactness.Exact) / Replays} of {replays.Length / Replays} recordings exact; {replays.Sum(result => result.Calls) / Replays} calls; free: {string.Join(", ", replays.GroupBy(result => result.Cause).Where(free => free.Key is not null).Select(free => $"{free.Key} {free.Count() / Replays}"))}; divergences: {string.Join(", ", kinds.Select(kind => $"{kind.Key} {kind.Count()}"))}"));
        foreach (var result in replays.Where(result => !result.Matched).OrderBy(result => result.Exactness).Take(5))
        {
            output.WriteLine(result.Explanation.ReplaceLineEndings(" "));
        }

        // No replay ends otherwise in silence. One that departs from a free recording names what may have been chance, or where its code is stuck; one that departs
        // from an exact recording says that a real timer let the code go on, which had lost against a call when it was recorded. Where the recording says
        // that it is free for a real timer, the replayed one may come at any time.
        Assert.All(replays, result => Assert.True(
            result.Matched || (result.Exactness == Exactness.Free ? result is { Cause: FreeCause.RealTimer, Divergence: not null } or { Divergence: { NearTie: not null } or { Kind: DivergenceKind.Stuck, Stack.Count: > 0 } } : result is { HasRealTimers: true, Warned: true }),
            result.Explanation));
        return replays;
    }

    private static async Task<List<Result>> ReplayAsync(int seed, Scheduling scheduling, bool mixed)
    {
        using var file = new TemporaryFile();
        var program = new RandomProgram(seed, mixed);
        string recorded;
        await using (var session = Session.Record(file.Path, options: new RecordOptions { Scheduling = scheduling }))
        {
            recorded = await session.RunAsync(program.RunAsync).WaitAsync(TimeSpan.FromSeconds(60));
        }

        var results = new List<Result>();
        for (var i = 0; i < Replays; i++)
        {
            using var replay = Session.Replay(file.Path, new ReplayOptions { StuckTimeout = TimeSpan.FromSeconds(2) });
            var replayed = new RandomProgram(seed, mixed);
            var what = $"seed {seed}, {scheduling}{(mixed ? ", mixed" : "")}, replay {i + 1} of a recording that is {replay.Report.Exactness}: ";
            try
            {
                var report = await replay.RunAsync(replayed.RunAsync).WaitAsync(TimeSpan.FromSeconds(90));
                var departs = Enumerable.Range(0, Math.Max(program.Trace.Count, replayed.Trace.Count))
                    .FirstOrDefault(at => program.Trace.ElementAtOrDefault(at) != replayed.Trace.ElementAtOrDefault(at), -1);
                var same = scheduling == Scheduling.Free || report.Exactness == Exactness.Free || departs < 0;
                results.Add(new Result(program.LiveCalls, report.Exactness, report.FreeCause, report.IsMatch && report.Output == recorded && replayed.LiveCalls == 0 && same, null, Warned: report.Warnings.Count > 0, program.HasRealTimers,
                    $"{what}{recorded}\nwas replayed as\n{report.Output}\nat step {departs}: {program.Trace.ElementAtOrDefault(departs)} | {replayed.Trace.ElementAtOrDefault(departs)}"));
            }
            catch (ReplayDivergenceException exception)
            {
                results.Add(new Result(program.LiveCalls, replay.Report.Exactness, replay.Report.FreeCause, false, exception.Divergence, replay.Report.Warnings.Count > 0, program.HasRealTimers, $"{what}{replay.Report}"));
            }
        }

        return results;
    }

    private sealed record Result(int Calls, Exactness Exactness, FreeCause? Cause, bool Matched, Divergence? Divergence, bool Warned, bool HasRealTimers, string Explanation);
}
