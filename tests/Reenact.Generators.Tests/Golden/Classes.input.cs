namespace Acme;

public class Base
{
    public int Id { get; set; }

    public string Field = "";

    [IgnoreRecorded]
    private readonly object gate = new();

    public override string ToString() => $"{gate}";
}

public sealed class Booking : Base
{
    private string status = "new";
    private readonly List<string> notes = [];

    public string Status
    {
        get => status;
        set => status = value.Trim();
    }

    public IList<string> Notes => notes;

    public Dictionary<string, int> Counts { get; } = new(StringComparer.OrdinalIgnoreCase);

    public string Secret { get; private set; } = "";

    public Guid Key { get; } = Guid.NewGuid();

    public readonly int Version = 3;

    public IReadOnlyList<int> Frozen { get; } = [1, 2];

    public DateTime? Paid { get; set; }

    public void Reveal(string secret) => Secret = secret;
}

public sealed class Closed
{
    private Closed(int number, string text)
    {
        Number = number;
        Text = text;
    }

    public int Number { get; }

    public string Text { get; }

    public string? Extra { get; init; }

    public static Closed Of(int number) => new(number, "") { Extra = "x" };
}

public struct Point
{
    public double X;

    public double Y { get; set; }

    public double Length { get; private set; }

    public void Measure() => Length = X + Y;
}

public sealed class Required
{
    public required string A { get; set; }

    public required int B;

    [IgnoreRecorded]
    public required object C { get; set; }
}

public sealed class Empty;

public partial class Tools
{
    [Recorded]
    public partial Booking Book(Point point, Closed? closed, Required required, Empty empty);

    private Booking BookCore(Point point, Closed? closed, Required required, Empty empty) => new();
}
