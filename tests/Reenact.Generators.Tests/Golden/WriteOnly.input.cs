namespace Acme;

public sealed class Query(string text)
{
    public int Length { get; } = text.Length;
}

public partial class Tools
{
    [Recorded]
    public partial int Search(Query query);

    private int SearchCore(Query query) => query.Length;
}
