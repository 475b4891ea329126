using System.Text.Json;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Replaying.Races;

public sealed class NearTieTests
{
    private readonly FlightAgent agent = new();
    private string next = "as recorded";

    [Theory]
    [InlineData(Scheduling.Free)]
    [InlineData(Scheduling.Exact)]
    public async Task A_divergence_behind_two_near_completions_names_them_where_the_recording_ran_freely(Scheduling scheduling)
    {
        var bytes = await Recorded.SessionAsync(RunAsync, scheduling);
        next = "something else";

        using var replay = Recorded.Replay(bytes);
        var divergence = (await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(RunAsync))).Divergence;
        using var json = JsonDocument.Parse(replay.Report.ToJson());
        var reported = json.RootElement.GetProperty("divergences")[0];

        Assert.Equal(scheduling == Scheduling.Free, divergence.PossibleNearTie);
        Assert.Equal(scheduling == Scheduling.Free, reported.TryGetProperty("nearTie", out var tie));
        if (divergence.NearTie is not { } named)
        {
            return;
        }

        Assert.Equal("FlightAgent.SearchLaterAsync completed", named.First);
        Assert.Equal("FlightAgent.SearchLaterAsync completed", named.Second);
        Assert.InRange(named.Apart, TimeSpan.Zero, TimeSpan.FromMilliseconds(10));
        Assert.True(named.FirstEvent < named.SecondEvent);
        Assert.Equal(named.SecondEvent, tie.GetProperty("secondEvent").GetUInt64());
        Assert.Contains($"event {named.FirstEvent} (FlightAgent.SearchLaterAsync completed) and event {named.SecondEvent}", divergence.ToString());
    }

    private async Task RunAsync()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => agent.SearchLaterAsync($"{number}")));
        await agent.SearchAsync(next, 1);
    }
}
