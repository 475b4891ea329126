using Reenact;

namespace AirlineAgent.Domain;

/// <summary>A number for each cabin: free seats, or prices in whole dollars.</summary>
public sealed record PerCabin
{
    [RecordedName("basic_economy")]
    public required int BasicEconomy { get; init; }

    [RecordedName("economy")]
    public required int Economy { get; init; }

    [RecordedName("business")]
    public required int Business { get; init; }

    public int For(Cabin cabin) => cabin switch
    {
        Cabin.BasicEconomy => BasicEconomy,
        Cabin.Economy => Economy,
        _ => Business,
    };
}
