using System.ComponentModel;

namespace AirlineAgent.Domain;

/// <summary>A payment, or a refund where the amount is negative.</summary>
public sealed record Payment
{
    [Description("The id of a payment method in the customer's profile, such as 'credit_card_7815826'.")]
    public required string PaymentId { get; init; }

    [Description("Whole dollars.")]
    public required int Amount { get; init; }
}
