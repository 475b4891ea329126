namespace Reenact.Analyzers.Tests.Determinism;

public sealed class WallClockTests
{
    [Theory]
    [InlineData("{|REEN2001:DateTime.Now|}")]
    [InlineData("{|REEN2001:DateTime.UtcNow|}")]
    [InlineData("{|REEN2001:DateTime.Today|}")]
    [InlineData("{|REEN2001:DateTimeOffset.Now|}")]
    [InlineData("{|REEN2001:DateTimeOffset.UtcNow|}.Year")]
    [InlineData("{|REEN2001:TimeProvider.System|}.GetUtcNow()")]
    [InlineData("{|REEN2001:System.Diagnostics.Stopwatch.StartNew()|}.Elapsed")]
    [InlineData("{|REEN2001:System.Diagnostics.Stopwatch.GetTimestamp()|}")]
    [InlineData("{|REEN2001:Environment.TickCount64|}")]
    [InlineData("DateOnly.FromDateTime({|REEN2001:DateTime.Now|})")]
    [InlineData("new Random({|REEN2001:DateTime.Now|}.Millisecond)")]
    [InlineData("(Func<DateTime>)(() => {|REEN2001:DateTime.Now|})")]
    public Task Reading_the_wall_clock_is_flagged(string expression) => DeterminismVerifier.VerifyAsync(Agent.Evaluating(expression));

    [Theory]
    [InlineData("new DateTime(2026, 1, 1)")]
    [InlineData("DateTime.UnixEpoch")]
    [InlineData("nameof(DateTime.Now)")]
    [InlineData("((TimeProvider)input).GetUtcNow()")]
    [InlineData("System.Diagnostics.Stopwatch.GetElapsedTime(1, 2)")]
    public Task Computing_with_times_is_not_flagged(string expression) => DeterminismVerifier.VerifyAsync(Agent.Evaluating(expression));
}
