namespace AirlineAgent.Domain;

/// <summary>The airports the airline serves.</summary>
public static class Airports
{
    /// <summary>Cities by IATA code.</summary>
    public static IReadOnlyDictionary<string, string> Cities { get; } = new Dictionary<string, string>
    {
        ["ATL"] = "Atlanta",
        ["BOS"] = "Boston",
        ["CLT"] = "Charlotte",
        ["DEN"] = "Denver",
        ["DFW"] = "Dallas",
        ["DTW"] = "Detroit",
        ["EWR"] = "Newark",
        ["IAH"] = "Houston",
        ["JFK"] = "New York",
        ["LAS"] = "Las Vegas",
        ["LAX"] = "Los Angeles",
        ["LGA"] = "LaGuardia",
        ["MCO"] = "Orlando",
        ["MIA"] = "Miami",
        ["MSP"] = "Minneapolis",
        ["ORD"] = "Chicago",
        ["PHL"] = "Philadelphia",
        ["PHX"] = "Phoenix",
        ["SEA"] = "Seattle",
        ["SFO"] = "San Francisco",
    };
}
