namespace AirlineAgent.Domain;

/// <summary>A credit card, or a gift card or certificate with what is left on it.</summary>
public sealed record PaymentMethod
{
    public required PaymentSource Source { get; init; }

    public string? Brand { get; init; }

    public string? LastFour { get; init; }

    /// <summary>What is left, in whole dollars; none for a credit card.</summary>
    public int? Amount { get; init; }

    public required string Id { get; init; }

    /// <summary>Whether it can pay this much: a card of a bank always can.</summary>
    public bool Covers(int amount) => Source == PaymentSource.CreditCard || Amount >= amount;
}
