using System.Runtime.CompilerServices;
using Xunit;

namespace Reenact.Tests.Replaying.Messages;

/// <summary>Whole messages about code that gets no further: what it waits for, in which method, on which line.</summary>
public sealed class StuckMessageTests
{
    private readonly Shop shop = new();

    [Fact]
    public Task A_real_timer() => ExpectAsync(static async () => await Waits.ForTimerAsync());

    [Fact]
    public Task The_thread_pool() => ExpectAsync(static async () => await Waits.ForThreadPoolAsync());

    [Fact]
    public Task A_blocking_wait() => ExpectAsync(static () =>
    {
        Waits.Blocking();
        return Task.CompletedTask;
    });

    private async Task ExpectAsync(Func<Task> wait, [CallerMemberName] string name = "")
    {
        var recording = await DivergenceMessageTests.RecordAsync(() => PlanAsync(static () => Task.CompletedTask));
        await DivergenceMessageTests.ExpectAsync(recording, () => PlanAsync(wait), new ReplayOptions { StuckTimeout = TimeSpan.FromSeconds(1) }, name);
    }

    private async Task PlanAsync(Func<Task> wait)
    {
        await shop.SearchAsync("JFK", "ROM");
        await wait();
        await shop.QuoteAsync("JFKROM1");
    }
}
