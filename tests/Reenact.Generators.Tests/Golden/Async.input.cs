namespace Acme.Flights;

public sealed partial class FlightTools
{
    [Recorded(CallKind.Service)]
    public partial Task SendAsync(string to, CancellationToken cancellationToken);

    private Task SendCoreAsync(string to, CancellationToken cancellationToken) => Task.CompletedTask;

    [Recorded]
    public partial Task<string?> FindAsync(string city, CancellationToken cancellationToken = default);

    private async Task<string?> FindCoreAsync(string city, CancellationToken cancellationToken)
    {
        await Task.Delay(1, cancellationToken);
        return city;
    }

    [Recorded]
    public partial ValueTask PingAsync();

    private ValueTask PingCoreAsync() => default;

    [Recorded(CallKind.Model, Name = "model.complete")]
    public partial ValueTask<int> Complete(string prompt);

    private ValueTask<int> CompleteCore(string prompt) => new(prompt.Length);
}
