namespace Reenact.Tests.Replaying;

/// <summary>An agent whose calls a test makes different on replay.</summary>
internal sealed partial class FlightAgent
{
    public int LiveCalls;

    public Func<Exception>? Failure { get; init; }

    [Recorded]
    public partial Task<string> SearchAsync(string from, int nights);

    [Recorded]
    public partial Task<string> SearchLaterAsync(string from);

    [Recorded]
    public partial string Quote(Trip trip, [IgnoreInMatch] string traceId);

    [Recorded]
    public partial Task BookAsync(string flight);

    [Replayed]
    public partial Task<string> HandleAsync(string request);

    public Func<FlightAgent, string, Task<string>> Body { get; set; } = static (_, request) => Task.FromResult(request);

    private Task<string> SearchCoreAsync(string from, int nights)
    {
        Interlocked.Increment(ref LiveCalls);
        return Task.FromResult($"{from} for {nights}");
    }

    private async Task<string> SearchLaterCoreAsync(string from)
    {
        Interlocked.Increment(ref LiveCalls);
        await Task.Delay(1).ConfigureAwait(false);
        return from + " later";
    }

    private string QuoteCore(Trip trip, string traceId)
    {
        Interlocked.Increment(ref LiveCalls);
        return $"{trip.City} {trip.Nights}";
    }

    private async Task BookCoreAsync(string flight)
    {
        Interlocked.Increment(ref LiveCalls);
        await Task.Yield();
        if (Failure is { } failure)
        {
            throw failure();
        }
    }

    private Task<string> HandleCoreAsync(string request) => Body(this, request);
}

internal sealed record Trip(string City, int Nights);
