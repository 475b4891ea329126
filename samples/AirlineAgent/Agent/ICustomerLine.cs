namespace AirlineAgent.Agent;

/// <summary>The line to a customer: a console, a transcript.</summary>
public interface ICustomerLine
{
    /// <summary>Says something to the customer, if there is something to say, and listens.</summary>
    /// <returns>What the customer says; <c>###STOP###</c> in it hangs up.</returns>
    Task<string> ListenAsync(string? said, CancellationToken cancellationToken);
}
