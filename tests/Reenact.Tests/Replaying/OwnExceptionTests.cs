using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Replaying;

/// <summary>Exceptions of an agent's own types come back with what their constructors took.</summary>
public sealed class OwnExceptionTests
{
    private readonly Thrower thrower = new();

    [Fact]
    public async Task A_type_with_a_code_and_properties_comes_back_whole()
    {
        Exception Limit() => new RateLimitException("slow down", 429) { Region = "eu", RetryAfter = TimeSpan.FromSeconds(30), Scope = LimitScope.Tenant };

        async Task<string> FilterAsync()
        {
            try
            {
                await thrower.FailAsync("x");
                return "nothing";
            }
            catch (RateLimitException exception) when (exception is { Code: 429, Scope: LimitScope.Tenant })
            {
                return $"{exception.Message} {exception.Region} {exception.RetryAfter}";
            }
        }

        thrower.Failure = Limit;
        var bytes = await Recorded.SessionAsync(FilterAsync);
        using var replay = Recorded.Replay(bytes);

        var report = await replay.RunAsync(FilterAsync);

        Assert.Equal("slow down eu 00:00:30", report.Output);
    }

    [Fact]
    public async Task A_caught_type_that_can_not_be_made_is_a_divergence_that_says_why()
    {
        async Task CatchAsync()
        {
            try
            {
                await thrower.FailAsync("x");
            }
            catch (StubbornException)
            {
            }
        }

        thrower.Failure = StubbornException.Make;
        var bytes = await Recorded.SessionAsync(CatchAsync);
        using var replay = Recorded.Replay(bytes);

        var exception = await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(CatchAsync));

        Assert.Equal(DivergenceKind.ExceptionNotMade, exception.Divergence.Kind);
        Assert.Contains("StubbornException: none of its constructors can be called with what is recorded", exception.Message);
    }
}

internal enum LimitScope
{
    User,
    Tenant,
}

internal sealed class RateLimitException(string message, int code) : Exception(message)
{
    public int Code { get; } = code;

    public string? Region { get; init; }

    public TimeSpan? RetryAfter { get; set; }

    public LimitScope Scope { get; set; }
}

internal sealed class StubbornException : Exception
{
    private StubbornException(object reason)
        : base($"{reason}")
    {
    }

    public static Exception Make() => new StubbornException(7);
}
