using System.Text.Json.Serialization;

namespace AirlineAgent.Domain;

[JsonConverter(typeof(JsonStringEnumConverter<PaymentSource>))]
public enum PaymentSource
{
    [JsonStringEnumMemberName("credit_card")]
    CreditCard,

    [JsonStringEnumMemberName("gift_card")]
    GiftCard,

    [JsonStringEnumMemberName("certificate")]
    Certificate,
}
