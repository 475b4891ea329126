using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Replaying;

/// <summary>A replay that collects divergences names each edit, and what is the same behind it matches again.</summary>
public sealed class ResyncTests
{
    private readonly FlightAgent agent = new();

    private enum Edit
    {
        Insert,
        Delete,
        Swap,
        Change,
    }

    private readonly record struct Step(int Method, int Argument);

    [Fact]
    public async Task A_call_put_in_is_unexpected_and_nothing_else() => Assert.Equal(
        [DivergenceKind.UnexpectedCall], await KindsAsync([S(0, 1), S(1, 2), S(0, 3)], [S(0, 1), S(0, 9), S(1, 2), S(0, 3)]));

    [Fact]
    public async Task A_call_of_the_same_method_put_in_is_unexpected_and_nothing_else() => Assert.Equal(
        [DivergenceKind.UnexpectedCall], await KindsAsync([S(0, 1), S(0, 2), S(0, 3), S(0, 4)], [S(0, 1), S(0, 9), S(0, 2), S(0, 3), S(0, 4)]));

    [Fact]
    public async Task Two_calls_put_in_are_two_unexpected_calls() => Assert.Equal(
        [DivergenceKind.UnexpectedCall, DivergenceKind.UnexpectedCall], await KindsAsync([S(0, 1), S(0, 2), S(0, 3)], [S(0, 8), S(0, 9), S(0, 1), S(0, 2), S(0, 3)]));

    [Fact]
    public async Task A_call_made_twice_is_unexpected_once() => Assert.Equal(
        [DivergenceKind.UnexpectedCall], await KindsAsync([S(0, 1), S(0, 2), S(1, 3)], [S(0, 1), S(0, 1), S(0, 2), S(1, 3)]));

    [Fact]
    public async Task A_call_left_out_is_missing_once() => Assert.Equal(
        [DivergenceKind.CallMissing], await KindsAsync([S(0, 1), S(1, 2), S(0, 3), S(1, 4)], [S(0, 1), S(0, 3), S(1, 4)]));

    [Fact]
    public async Task Neighbours_that_change_places_are_one_difference_of_order() => Assert.Equal(
        [DivergenceKind.OrderDiffers], await KindsAsync([S(0, 1), S(1, 2), S(0, 3), S(1, 4)], [S(1, 2), S(0, 1), S(0, 3), S(1, 4)]));

    [Fact]
    public async Task A_changed_argument_is_served_with_the_recorded_result()
    {
        var answers = new List<string>();
        var report = await ReplayAsync([S(0, 1), S(0, 2), S(0, 3)], [S(0, 1), S(0, 7), S(0, 3)], Scheduling.Free, answers);

        Assert.Equal([DivergenceKind.ArgumentsDiffer], report.Divergences.Select(divergence => divergence.Kind));
        Assert.Equal(["A for 1", "A for 2", "A for 3"], answers);
        Assert.Equal(2, report.MatchedCalls);
    }

    [Theory]
    [InlineData(Scheduling.Free)]
    [InlineData(Scheduling.Exact)]
    public async Task Random_edits_are_reported_without_noise(Scheduling scheduling)
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var recorded = Enumerable.Range(0, 30).Select(place => S(random.Next(3), place)).ToList();
            var edits = 1 + (seed % 4);
            var replayed = recorded.ToList();
            for (var i = 0; i < edits; i++)
            {
                Apply((Edit)random.Next(4), replayed, random, 100 + i);
            }

            var report = await ReplayAsync(recorded, replayed, scheduling, []);

            if (!recorded.SequenceEqual(replayed))
            {
                Assert.NotEmpty(report.Divergences);
            }

            Assert.True(report.Divergences.Count <= 2 * edits, $"seed {seed}: {edits} edits, but {string.Join(", ", report.Divergences.Select(each => each.Kind))}");
            Assert.True(report.MatchedCalls >= recorded.Count - (2 * edits), $"seed {seed}: only {report.MatchedCalls} matched");
        }
    }

    private static void Apply(Edit edit, List<Step> steps, Random random, int fresh)
    {
        var at = random.Next(steps.Count - 1);
        switch (edit)
        {
            case Edit.Insert:
                steps.Insert(at, S(random.Next(3), fresh));
                break;
            case Edit.Delete:
                steps.RemoveAt(at);
                break;
            case Edit.Swap:
                (steps[at], steps[at + 1]) = (steps[at + 1], steps[at]);
                break;
            default:
                steps[at] = steps[at] with { Argument = fresh };
                break;
        }
    }

    private static Step S(int method, int argument) => new(method, argument);

    private async Task<IEnumerable<DivergenceKind>> KindsAsync(IReadOnlyList<Step> recorded, IReadOnlyList<Step> replayed) =>
        (await ReplayAsync(recorded, replayed, Scheduling.Free, [])).Divergences.Select(divergence => divergence.Kind);

    private async Task<ReplayReport> ReplayAsync(IReadOnlyList<Step> recorded, IReadOnlyList<Step> replayed, Scheduling scheduling, List<string> answers)
    {
        using var replay = Recorded.Replay(await Recorded.SessionAsync(() => RunAsync(recorded, []), scheduling), new ReplayOptions { ContinueOnDivergence = true });
        return await replay.RunAsync(() => RunAsync(replayed, answers));
    }

    private async Task RunAsync(IReadOnlyList<Step> steps, List<string> answers)
    {
        foreach (var step in steps)
        {
            try
            {
                answers.Add(step.Method switch
                {
                    0 => await agent.SearchAsync("A", step.Argument),
                    1 => await agent.SearchLaterAsync($"{step.Argument}"),
                    _ => agent.Quote(new Trip("Rome", step.Argument), "t"),
                });
            }
            catch (ReplayDivergenceException)
            {
                answers.Add("none"); // A method that the recording has no result of.
            }
        }
    }
}
