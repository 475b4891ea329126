using System.ComponentModel;
using AirlineAgent.Data;
using AirlineAgent.Domain;
using Reenact;

namespace AirlineAgent.Tools;

/// <summary>What can be flown, and where to.</summary>
public sealed partial class FlightTools(AirlineDatabase database)
{
    [Recorded]
    [Description("Lists all airports and their cities.")]
    public partial IReadOnlyDictionary<string, string> ListAllAirports();

    [Recorded]
    [Description("Searches direct flights between two airports on a date.")]
    public partial IReadOnlyList<FlightOffer> SearchDirectFlight(
        [Description("The airport to leave from, in three letters, such as 'JFK'.")] string origin,
        [Description("The airport to arrive at, in three letters, such as 'LAX'.")] string destination,
        [Description("The day of the flight, such as '2024-05-01'.")] DateOnly date);

    [Recorded]
    [Description("Searches connections with one stop between two airports on a date.")]
    public partial IReadOnlyList<IReadOnlyList<FlightOffer>> SearchOnestopFlight(
        [Description("The airport to leave from, in three letters, such as 'JFK'.")] string origin,
        [Description("The airport to arrive at, in three letters, such as 'LAX'.")] string destination,
        [Description("The day of the first flight, such as '2024-05-01'.")] DateOnly date);

    private IReadOnlyDictionary<string, string> ListAllAirportsCore() => Airports.Cities;

    private IReadOnlyList<FlightOffer> SearchDirectFlightCore(string origin, string destination, DateOnly date) =>
        [.. from flight in database.FlightsFrom(origin)
            where flight.Destination == destination
            let day = OnSale(flight, date)
            where day is not null
            select FlightOffer.Of(flight, day)];

    private IReadOnlyList<IReadOnlyList<FlightOffer>> SearchOnestopFlightCore(string origin, string destination, DateOnly date) =>
        [.. from first in database.FlightsFrom(origin)
            let firstDay = OnSale(first, date)
            where firstDay is not null
            let secondDate = LandsNextDay(first) ? date.AddDays(1) : date
            from second in database.FlightsFrom(first.Destination)
            where second.Destination == destination && CanChange(first, second)
            let secondDay = OnSale(second, secondDate)
            where secondDay is not null
            select new[] { FlightOffer.Of(first, firstDay, date), FlightOffer.Of(second, secondDay, secondDate) }];

    private static FlightDay? OnSale(Flight flight, DateOnly date) =>
        flight.Dates.TryGetValue(date, out var day) && day.Status == FlightStatus.Available ? day : null;

    private static bool LandsNextDay(Flight flight) => flight.ScheduledArrivalTimeEst.EndsWith("+1", StringComparison.Ordinal);

    private static bool CanChange(Flight first, Flight second) =>
        string.CompareOrdinal(first.ScheduledArrivalTimeEst, second.ScheduledDepartureTimeEst) <= 0;
}
