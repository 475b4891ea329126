namespace AirlineAgent.Agent;

/// <summary>A line without a customer, for replays: what the customer said is in the recording.</summary>
public sealed class DeadLine : ICustomerLine
{
    public Task<string> ListenAsync(string? said, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("There is no customer to ask: this agent only replays recordings.");
}
