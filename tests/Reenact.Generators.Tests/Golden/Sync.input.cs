namespace Acme.Flights;

public partial class FlightTools
{
    /// <summary>Documentation stays with the declaration.</summary>
    [Recorded]
    public partial double Quote(string city, int nights);

    private double QuoteCore(string city, int nights) => city.Length * nights;

    [Recorded(CallKind.MemoryWrite, Leaf = true, SideEffects = true)]
    internal partial void Remember(string note);

    private void RememberCore(string note) => _ = note;

    [Recorded(Durability = Durability.Durable)]
    protected internal partial int Count();

    private int CountCore() => 7;
}
