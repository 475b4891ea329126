using Reenact;

namespace AirlineAgent.Domain;

/// <summary>A credit card, or a gift card or certificate with what is left on it.</summary>
public sealed record PaymentMethod
{
    [RecordedName("source")]
    public required PaymentSource Source { get; init; }

    [RecordedName("brand")]
    public string? Brand { get; init; }

    [RecordedName("last_four")]
    public string? LastFour { get; init; }

    /// <summary>What is left, in whole dollars; none for a credit card.</summary>
    [RecordedName("amount")]
    public int? Amount { get; init; }

    [RecordedName("id")]
    public required string Id { get; init; }

    /// <summary>Whether it can pay this much: a card of a bank always can.</summary>
    public bool Covers(int amount) => Source == PaymentSource.CreditCard || Amount >= amount;
}
