using Microsoft.Extensions.Compliance.Classification;

namespace Reenact.Extensions.Compliance.Tests;

public sealed record Payment([property: CardData("visa")] string Number, string Purpose)
{
    [PrivateData]
    public int Age { get; init; }

    [NoDataClassification]
    public string Country { get; init; } = "";
}

public partial class Bank
{
    [Recorded]
    public partial Task<int> PayAsync(Payment payment, [PrivateData] string holder, [Sensitive(Form = SensitiveForm.Redacted)] string note, [PrivateData, Sensitive(Role = "fraud")] string address);

    private Task<int> PayCoreAsync(Payment payment, string holder, string note, string address) => Task.FromResult(payment.Number.Length);

#pragma warning disable REEN3003 // A replay serves the redacted text, which these tests look at.
    [Recorded]
    [return: PrivateData]
    public partial Task<string> NameAsync();
#pragma warning restore REEN3003

    private Task<string> NameCoreAsync() => Task.FromResult("Ann Smith");
}
