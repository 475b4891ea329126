using AirlineAgent.Data;
using AirlineAgent.Domain;
using AirlineAgent.Tools;

namespace AirlineAgent.Tests;

public class FlightToolsTests
{
    private static readonly DateOnly Day = new(2024, 5, 22);

    [Fact]
    public void A_search_finds_what_is_on_sale_that_day()
    {
        var flights = new FlightTools(Sample.Database());

        Assert.Equal(["LK204", "LK218", "LK230"], flights.SearchDirectFlight("SEA", "DEN", Day).Select(offer => offer.FlightNumber));
        Assert.Empty(flights.SearchDirectFlight("SEA", "DEN", new DateOnly(2024, 5, 15)));
        Assert.Empty(flights.SearchDirectFlight("DEN", "SEA", new DateOnly(2024, 5, 23)));
        Assert.Empty(flights.SearchDirectFlight("DEN", "XXX", Day));
    }

    [Fact]
    public void A_connection_leaves_after_the_first_flight_has_landed()
    {
        var found = new FlightTools(Connections(arrival: "12:00:00")).SearchOnestopFlight("SEA", "MIA", Day);

        var legs = Assert.Single(found);
        Assert.Equal(["AA1", "AA3"], legs.Select(leg => leg.FlightNumber));
        Assert.All(legs, leg => Assert.Equal(Day, leg.Date));
    }

    [Fact]
    public void A_connection_over_night_is_offered_as_of_the_day_it_flies()
    {
        var found = new FlightTools(Connections(arrival: "05:00:00+1")).SearchOnestopFlight("SEA", "MIA", Day);

        Assert.Equal([("AA2", Day.AddDays(1), 2), ("AA3", Day.AddDays(1), 2)],
            found.Select(legs => (legs[1].FlightNumber, legs[1].Date!.Value, legs[1].Prices!.Economy)));
    }

    [Fact]
    public void Every_airport_has_a_city() => Assert.Equal("Seattle", new FlightTools(AirlineDatabase.CreateEmpty()).ListAllAirports()["SEA"]);

    private static AirlineDatabase Connections(string arrival) => new(
        new Dictionary<string, Flight>
        {
            ["AA1"] = Flight("AA1", "SEA", "DEN", "09:00:00", arrival),
            ["AA2"] = Flight("AA2", "DEN", "MIA", "08:00:00", "10:00:00"),
            ["AA3"] = Flight("AA3", "DEN", "MIA", "18:00:00", "20:00:00"),
        },
        new Dictionary<string, Reservation>(),
        new Dictionary<string, User>());

    private static Flight Flight(string number, string origin, string destination, string departure, string arrival) => new()
    {
        FlightNumber = number,
        Origin = origin,
        Destination = destination,
        ScheduledDepartureTimeEst = departure,
        ScheduledArrivalTimeEst = arrival,
        Dates = new Dictionary<DateOnly, FlightDay> { [Day] = OnSale(price: 1), [Day.AddDays(1)] = OnSale(price: 2) },
    };

    private static FlightDay OnSale(int price)
    {
        var all = new PerCabin { BasicEconomy = price, Economy = price, Business = price };
        return new FlightDay { Status = FlightStatus.Available, AvailableSeats = all, Prices = all };
    }
}
