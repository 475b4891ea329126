namespace Acme;

public partial class Planner
{
    private sealed record Step(string Name, Kind Kind, List<Step> Next);

    private enum Kind
    {
        Search,
        Book,
    }

    [Recorded]
    private partial Dictionary<string, Step> Plan(Step? first);

    private Dictionary<string, Step> PlanCore(Step? first) => [];

    private partial class Inner
    {
        private readonly record struct Hidden(int Number);

        [Recorded]
        private partial Hidden Make();

        private Hidden MakeCore() => new(1);
    }
}

public partial class Generic<T>
{
    private sealed record Entry(T Value);

    [Recorded]
    private partial Entry Read();

    private Entry ReadCore() => throw new InvalidOperationException();
}
