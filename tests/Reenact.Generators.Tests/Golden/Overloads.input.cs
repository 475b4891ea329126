namespace Acme;

public partial class Search
{
    [Recorded]
    public partial int Find(string text);

    private int FindCore(string text) => 1;

    [Recorded]
    public partial int Find(string text, int limit);

    private int FindCore(string text, int limit) => 2;

    [Recorded]
    public partial long Find(long id);

    private long FindCore(long id) => id;

    // Not recorded: only its name is the one an emitted method would like.
    private static int FindInSession => 0;

    public static int Taken => FindInSession;
}
