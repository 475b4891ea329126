using System.Text.Json;
using Reenact.Events;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Replaying;

/// <summary>What a replay refuses, and what it says when code or its caller ends it early.</summary>
public sealed class ReplayLimitsTests : IDisposable
{
    private readonly FlightAgent agent = new();
    private readonly string folder = Directory.CreateTempSubdirectory("reenact-limits").FullName;

    private string NewPath => Path.Combine(folder, $"{Guid.NewGuid():N}.reenact");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Replayed_code_can_not_record_a_session()
    {
        var inner = NewPath;
        using var replay = Recorded.Replay(await Recorded.SessionAsync(() => agent.SearchAsync("JFK", 1)));
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => replay.RunAsync(async () =>
        {
            await agent.SearchAsync("JFK", 1);
            await using var recorder = Session.Record(inner);
        }));

        Assert.Contains("Begin the session outside the code that is given to RunAsync", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(inner));
    }

    [Fact]
    public async Task What_code_throws_behind_collected_divergences_is_in_the_report()
    {
        using var replay = Recorded.Replay(
            await Recorded.SessionAsync(() => agent.SearchAsync("JFK", 1)), new ReplayOptions { ContinueOnDivergence = true });
        var report = await replay.RunAsync(async () =>
        {
            await agent.SearchAsync("BOS", 1);
            throw new NotSupportedException("no seats");
        });

        Assert.Equal("NotSupportedException: no seats", report.Failure);
        Assert.Equal(report.Failure, replay.Report.Failure);
        Assert.Contains("the code threw NotSupportedException: no seats", report.ToString(), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(report.ToJson());
        Assert.Equal(report.Failure, json.RootElement.GetProperty("failure").GetString());
    }

    [Fact]
    public async Task A_cancellation_is_inside_the_divergence()
    {
        using var replay = Recorded.Replay(await Recorded.SessionAsync(() => agent.SearchAsync("JFK", 1)));
        var diverged = await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(() => Task.FromException(new OperationCanceledException("given up"))));

        Assert.Equal("given up", Assert.IsAssignableFrom<OperationCanceledException>(diverged.InnerException).Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    public async Task Invalid_options_close_the_recording(int milliseconds)
    {
        var path = await RecordAsync();
        Assert.Throws<ArgumentOutOfRangeException>(() => Session.Replay(path, new ReplayOptions { StuckTimeout = TimeSpan.FromMilliseconds(milliseconds) }));
        AssertClosed(path);
    }

    [Fact]
    public async Task An_invalid_plan_closes_the_recording()
    {
        var path = await RecordAsync();
        Assert.ThrowsAny<Exception>(() => Session.Replay(path, new ReplayOptions { Plan = ReplayPlan.Empty.ForkAt(1_000_000, NewPath) }));
        AssertClosed(path);
    }

    [Theory]
    [InlineData(-1L)]
    [InlineData(long.MaxValue / 10_000)]
    public async Task The_longest_time_to_be_stuck_and_none_are_allowed(long milliseconds)
    {
        var timeout = milliseconds < 0 ? Timeout.InfiniteTimeSpan : TimeSpan.MaxValue;
        using var replay = Recorded.Replay(await Recorded.SessionAsync(() => agent.SearchAsync("JFK", 1)), new ReplayOptions { StuckTimeout = timeout });
        var report = await replay.RunAsync(async () =>
        {
            Thread.Sleep(500); // Longer than the watch waits before it looks.
            await agent.SearchAsync("JFK", 1);
        });

        Assert.True(report.IsMatch);
    }

    [Fact]
    public async Task Disposing_the_replay_ends_a_run_that_is_stopped()
    {
        using var replay = Recorded.Replay(await Recorded.SessionAsync(() => agent.SearchAsync("JFK", 1)));
        var ended = new TaskCompletionSource<Exception>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var run = replay.Start(async () =>
        {
            try
            {
                await agent.SearchAsync("JFK", 1);
            }
            catch (Exception exception)
            {
                ended.SetResult(exception);
                throw;
            }
        });
        Assert.NotNull(await run.StepAsync());

        replay.Dispose();

        Assert.IsType<ReplayDivergenceException>(await ended.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ObjectDisposedException>(run.StepAsync);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => run.RunToAsync(5));
    }

    [Fact]
    public async Task A_run_that_was_disposed_makes_no_step()
    {
        using var replay = Recorded.Replay(await Recorded.SessionAsync(() => agent.SearchAsync("JFK", 1)));
        var run = replay.Start(() => agent.SearchAsync("JFK", 1));
        Assert.NotNull(await run.StepAsync());
        await run.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(run.StepAsync);
    }

    [Fact]
    public async Task Disposing_the_replay_while_code_runs_is_said()
    {
        var replay = Recorded.Replay(await Recorded.SessionAsync(() => agent.SearchAsync("JFK", 1)));
        var never = new TaskCompletionSource();
        var run = replay.RunAsync(() => never.Task);
        replay.Dispose();

        var disposed = await Assert.ThrowsAsync<ObjectDisposedException>(() => run.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Contains("was disposed while its code ran", disposed.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => replay.RunAsync(() => Task.CompletedTask));
    }

    [Fact]
    public async Task Real_timers_one_after_the_other_are_no_block()
    {
        using var replay = Recorded.Replay(
            await Recorded.SessionAsync(() => agent.SearchAsync("JFK", 1)), new ReplayOptions { StuckTimeout = TimeSpan.FromMilliseconds(300) });
        var stop = false;
        var diverged = await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(async () =>
        {
            while (!Volatile.Read(ref stop))
            {
                await Task.Delay(1, TestContext.Current.CancellationToken).ConfigureAwait(false);
            }
        }));
        Volatile.Write(ref stop, true);

        Assert.Equal(DivergenceKind.Stuck, diverged.Divergence.Kind);
        Assert.DoesNotContain("blocks its thread", diverged.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_negative_event_is_refused_by_its_name()
    {
        using var replay = Recorded.Replay(await Recorded.SessionAsync(() => agent.SearchAsync("JFK", 1)));
        Assert.Throws<ArgumentOutOfRangeException>("event", () => replay.From("cart", -1));
    }

    [Fact]
    public async Task Thousands_of_changed_calls_are_collected_up_to_the_limit()
    {
        const int Calls = 3000;
        using var replay = Recorded.Replay(await Recorded.SessionAsync(() => SearchAllAsync("JFK")), new ReplayOptions { ContinueOnDivergence = true });
        var report = await replay.RunAsync(() => SearchAllAsync("BOS"));

        Assert.Equal(1000, report.Divergences.Count);
        Assert.All(report.Divergences, divergence => Assert.Equal(DivergenceKind.ArgumentsDiffer, divergence.Kind));
        Assert.NotEmpty(report.Divergences[900].Candidates);

        async Task SearchAllAsync(string from)
        {
            for (var i = 0; i < Calls; i++)
            {
                await agent.SearchAsync(from, i);
            }
        }
    }

    private async Task<string> RecordAsync()
    {
        var path = NewPath;
        await File.WriteAllBytesAsync(path, await Recorded.SessionAsync(() => agent.SearchAsync("JFK", 1)), TestContext.Current.CancellationToken);
        return path;
    }

    private static void AssertClosed(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }
}
