using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

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
    [InlineData("new Func<DateTimeOffset>({|REEN2001:TimeProvider.System|}.GetUtcNow)")]
    [InlineData("{|REEN2001:((System.Diagnostics.Stopwatch)input).Elapsed|}")]
    [InlineData("{|REEN2001:((System.Diagnostics.Activity)input).StartTimeUtc|}")]
    [InlineData("TimeOnly.FromDateTime({|REEN2001:DateTime.Now|})")]
    public Task Reading_the_wall_clock_is_flagged(string expression) => DeterminismVerifier.VerifyAsync(Agent.Evaluating(expression));

    [Theory]
    [InlineData("new DateTime(2026, 1, 1)")]
    [InlineData("DateTime.UnixEpoch")]
    [InlineData("nameof(DateTime.Now)")]
    [InlineData("((TimeProvider)input).GetUtcNow()")]
    [InlineData("System.Diagnostics.Stopwatch.GetElapsedTime(1, 2)")]
    [InlineData("new System.Diagnostics.Stopwatch()")]
    [InlineData("TimeZoneInfo.FindSystemTimeZoneById(\"Europe/Berlin\")")]
    [InlineData("((TimeProvider)input).CreateTimer(_ => { }, null, TimeSpan.Zero, TimeSpan.Zero)")]
    [InlineData("DateTime.SpecifyKind(new DateTime(1), DateTimeKind.Utc)")]
    public Task Computing_with_times_is_not_flagged(string expression) => DeterminismVerifier.VerifyAsync(Agent.Evaluating(expression));

    [Fact]
    public Task An_entry_of_an_archive_that_carries_the_time_of_its_making_is_a_hint() => DeterminismVerifier.VerifyAsync(
        [Agent.Evaluating("{|#0:((System.IO.Compression.ZipArchive)input).CreateEntry(\"a\")|}")],
        new DiagnosticResult(Descriptors.WallClock)
            .WithSeverity(DiagnosticSeverity.Info)
            .WithLocation(0)
            .WithArguments("ZipArchive.CreateEntry", "set the time of the entry from 'Deterministic.UtcNow'", "reached from SupportAgent.HandleAsync"));
}
