namespace Acme;

public record Card(string Holder, [Sensitive] string Number)
{
    [Sensitive]
    public int? Pin { get; init; }

    [Sensitive]
    public string? Note;
}

public partial class Bank
{
    [Recorded]
    public partial Task PayAsync(Card card, [Sensitive] string password, [Sensitive] List<Card> others, decimal amount);

    private Task PayCoreAsync(Card card, string password, List<Card> others, decimal amount) => Task.CompletedTask;

    [Recorded, Sensitive]
    public partial string Token();

    private string TokenCore() => "";

    [Replayed]
    [return: Sensitive]
    public partial Task<Card> IssueAsync();

    private Task<Card> IssueCoreAsync() => Task.FromResult(new Card("", ""));
}
