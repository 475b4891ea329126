namespace Acme;

public record Card(string Holder, [Sensitive] string Number)
{
    [Sensitive]
    public int? Pin { get; init; }

    [Sensitive]
    public string? Note;

    [Sensitive(Form = SensitiveForm.Encrypted, Role = "fraud")]
    public string? Iban;

    [Sensitive(Form = SensitiveForm.Erased, Role = "nobody")]
    public string? Gone;
}

public partial class Bank
{
    [Recorded]
    public partial Task PayAsync(Card card, [Sensitive] string password, [Sensitive] List<Card> others, decimal amount);

    private Task PayCoreAsync(Card card, string password, List<Card> others, decimal amount) => Task.CompletedTask;

    [Recorded]
    public partial Task<int> OpenAsync([Sensitive(Form = SensitiveForm.Hashed)] string number, [Sensitive(Role = "fraud")] Card card, [Sensitive(Form = SensitiveForm.Redacted)] ReadOnlySpan<char> code);

    private Task<int> OpenCoreAsync(string number, Card card, ReadOnlySpan<char> code) => Task.FromResult(0);

    [Recorded, Sensitive]
    public partial string Token();

    private string TokenCore() => "";

    [Replayed]
    [return: Sensitive]
    public partial Task<Card> IssueAsync();

    private Task<Card> IssueCoreAsync() => Task.FromResult(new Card("", ""));
}
