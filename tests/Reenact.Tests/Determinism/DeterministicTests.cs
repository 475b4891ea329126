using System.Diagnostics;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Determinism;

public sealed partial class DeterministicTests
{
    [Fact]
    public async Task Every_member_returns_on_replay_what_it_returned_when_recorded()
    {
        Environment.SetEnvironmentVariable("REENACT_TEST_VARIABLE", "recorded");
        static Task<string> RunAsync() => Task.FromResult(string.Join(
            '|',
            Deterministic.UtcNow.Ticks,
            Deterministic.NewGuid(),
            Deterministic.CreateVersion7(),
            Deterministic.GetEnvironmentVariable("REENACT_TEST_VARIABLE"),
            Deterministic.GetEnvironmentVariable("REENACT_TEST_ABSENT") ?? "(null)",
            Deterministic.Random.Next(),
            Deterministic.Random.NextInt64(),
            Deterministic.Random.NextDouble(),
            Deterministic.TimeProvider.GetTimestamp(),
            Deterministic.TimeProvider.GetUtcNow().Ticks,
            Deterministic.TimeProvider.LocalTimeZone.ToSerializedString(),
            Deterministic.TimeProvider.TimestampFrequency,
            Deterministic.Capture("list", () => Random.Shared.NextDouble()),
            Deterministic.Capture<int, Shims.Int32Codec>("number", () => Random.Shared.Next())));

        var recorded = "";
        var bytes = await Recorded.SessionAsync(async () => recorded = await RunAsync());
        Environment.SetEnvironmentVariable("REENACT_TEST_VARIABLE", "changed");

        using var replay = Recorded.Replay(bytes);
        Assert.Equal(recorded, (await replay.RunAsync(RunAsync)).Output);
        Assert.Contains("|recorded|(null)|", recorded);
    }

    [Fact]
    public async Task Outside_a_session_and_inside_a_leaf_the_real_thing_is_read()
    {
        Assert.InRange(Deterministic.UtcNow, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow);
        Assert.Same(TimeZoneInfo.Local, Deterministic.TimeProvider.LocalTimeZone);
        Assert.Equal(5, Deterministic.Capture("any", () => 5));
        await Deterministic.Delay(TimeSpan.FromMilliseconds(1), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Each_span_has_random_numbers_of_its_own()
    {
        var agent = new Agent();
        var recorded = Array.Empty<int>();
        var bytes = await Recorded.SessionAsync(async () => recorded = [Deterministic.Random.Next(), await agent.DrawAsync(), await agent.DrawAsync(), Deterministic.Random.Next()]);

        using var replay = Recorded.Replay(bytes);
        var report = await replay.RunAsync(async () => new[] { Deterministic.Random.Next(), await agent.DrawAsync(), await agent.DrawAsync(), Deterministic.Random.Next() });
        Assert.Equal(recorded, report.Output);
        Assert.Equal(4, recorded.Distinct().Count());
    }

    [Fact]
    public async Task Random_numbers_survive_parallel_use()
    {
        await Recorded.SessionAsync(() =>
        {
            var random = Deterministic.Random;
            Parallel.For(0, 100_000, _ => random.Next());
            Assert.Contains(Enumerable.Range(0, 100), _ => random.Next() != 0);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Delays_and_timers_take_no_time_on_replay_and_fire_in_recorded_order()
    {
        static async Task<string> RunAsync()
        {
            var order = new List<string>();
            var done = new TaskCompletionSource();
            var timer = Deterministic.TimeProvider.CreateTimer(
                _ =>
                {
                    order.Add("tick");
                    if (order.Count(entry => entry == "tick") == 3)
                    {
                        done.TrySetResult();
                    }
                },
                null,
                TimeSpan.FromMilliseconds(100),
                TimeSpan.FromMilliseconds(100));
            await Deterministic.Delay(TimeSpan.FromMilliseconds(250));
            order.Add("delay");
            await done.Task;
            await timer.DisposeAsync();
            using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(100), Deterministic.TimeProvider);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Delay(Timeout.Infinite, source.Token));
            return string.Join(' ', order);
        }

        var recorded = "";
        var bytes = await Recorded.SessionAsync(async () => recorded = await RunAsync(), Scheduling.Exact);

        using var replay = Recorded.Replay(bytes);
        var time = Stopwatch.StartNew();
        Assert.Equal(recorded, (await replay.RunAsync(RunAsync)).Output);
        Assert.Equal("tick tick delay tick", recorded);
        Assert.InRange(time.Elapsed, TimeSpan.Zero, TimeSpan.FromMilliseconds(400));
    }

    [Fact]
    public async Task A_timer_that_has_fired_can_be_changed_and_disposed()
    {
        await Recorded.SessionAsync(async () =>
        {
            var fired = new SemaphoreSlim(0);
            var timer = Deterministic.TimeProvider.CreateTimer(_ => fired.Release(), null, TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
            await fired.WaitAsync(TimeSpan.FromSeconds(5));
            await Task.Delay(5);
            Assert.True(timer.Change(TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan));
            Assert.True(await fired.WaitAsync(TimeSpan.FromSeconds(5)));
            await timer.DisposeAsync();
            Assert.False(timer.Change(TimeSpan.Zero, TimeSpan.Zero));
        });
    }

    [Fact]
    public async Task A_value_without_a_codec_is_an_error_that_says_what_to_do()
    {
        await Recorded.SessionAsync(() =>
        {
            var exception = Assert.Throws<InvalidOperationException>(() => Capture(Thread.CurrentThread));
            Assert.Contains("Add [assembly: Recordable<", exception.Message);
            return Task.CompletedTask;
        });

        static T Capture<T>(T value) => Deterministic.Capture("value", () => value);
    }

    [Fact]
    public async Task A_value_read_once_more_and_one_of_another_type_are_divergences()
    {
        var bytes = await Recorded.SessionAsync(() => Task.FromResult(Deterministic.Capture("n", () => "text")));

        using var again = Recorded.Replay(bytes);
        var exhausted = await Assert.ThrowsAsync<ReplayDivergenceException>(() => again.RunAsync(() =>
            Task.FromResult(Deterministic.Capture("n", () => "x") + Deterministic.Capture("n", () => "x"))));
        Assert.Equal(DivergenceKind.CapturedValueExhausted, exhausted.Divergence.Kind);
        Assert.Contains("\"n\" once more", exhausted.Message);

        using var other = Recorded.Replay(bytes);
        var unreadable = await Assert.ThrowsAsync<ReplayDivergenceException>(() => other.RunAsync(() => Task.FromResult(Deterministic.Capture("n", () => 1))));
        Assert.Equal(DivergenceKind.ResultNotReadable, unreadable.Divergence.Kind);
    }

    private sealed partial class Agent
    {
        [Replayed]
        public partial Task<int> DrawAsync();

        private Task<int> DrawCoreAsync() => Task.FromResult(Deterministic.Random.Next());
    }
}
