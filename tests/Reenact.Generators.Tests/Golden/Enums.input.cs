namespace Acme;

public enum Cabin : byte
{
    [RecordedName("eco")]
    Economy,
    Business,
    Coach = Economy,
    First = 9,
}

[Flags]
public enum Meals : long
{
    None = 0,
    Vegan = 1,
    Halal = 1L << 40,
}

public partial class Tools
{
    [Recorded]
    public partial Cabin? Upgrade(Cabin cabin, Meals meals, Dictionary<Cabin, Meals[]> all);

    private Cabin? UpgradeCore(Cabin cabin, Meals meals, Dictionary<Cabin, Meals[]> all) => cabin;
}
