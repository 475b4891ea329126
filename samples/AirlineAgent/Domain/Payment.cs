using System.ComponentModel;
using Reenact;

namespace AirlineAgent.Domain;

/// <summary>A payment, or a refund where the amount is negative.</summary>
public sealed record Payment
{
    [Description("The id of a payment method in the customer's profile, such as 'credit_card_7815826'.")]
    [RecordedName("payment_id")]
    public required string PaymentId { get; init; }

    [Description("Whole dollars.")]
    [RecordedName("amount")]
    public required int Amount { get; init; }
}
