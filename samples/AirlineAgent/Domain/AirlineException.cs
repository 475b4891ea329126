namespace AirlineAgent.Domain;

/// <summary>The airline refuses what was asked: an unknown reservation, a full flight, a payment that doesn't add up.</summary>
/// <param name="message">Why, as the agent's model reads it.</param>
public sealed class AirlineException(string message) : Exception(message);
