using AirlineAgent.Domain;

namespace AirlineAgent.Data;

/// <summary>
/// Flights, reservations and users in memory. What it holds is immutable and is replaced, so a copy is cheap. Not
/// thread-safe: each conversation has its own.
/// </summary>
public sealed class AirlineDatabase
{
    private readonly IReadOnlyDictionary<string, Flight> flights;
    private readonly ILookup<string, Flight> flightsByOrigin;
    private readonly Dictionary<string, Reservation> reservations;
    private readonly Dictionary<string, User> users;

    public AirlineDatabase(
        IReadOnlyDictionary<string, Flight> flights,
        IReadOnlyDictionary<string, Reservation> reservations,
        IReadOnlyDictionary<string, User> users)
        : this(flights, flights.Values.ToLookup(flight => flight.Origin), reservations, users)
    {
    }

    private AirlineDatabase(
        IReadOnlyDictionary<string, Flight> flights,
        ILookup<string, Flight> flightsByOrigin,
        IReadOnlyDictionary<string, Reservation> reservations,
        IReadOnlyDictionary<string, User> users)
    {
        this.flights = flights;
        this.flightsByOrigin = flightsByOrigin;
        this.reservations = new Dictionary<string, Reservation>(reservations);
        this.users = new Dictionary<string, User>(users);
    }

    /// <summary>A database that holds nothing, for a replay: what a tool said then is served, and nobody looks here.</summary>
    public static AirlineDatabase CreateEmpty() =>
        new(new Dictionary<string, Flight>(), new Dictionary<string, Reservation>(), new Dictionary<string, User>());

    /// <summary>The time in the airline's world, which stands still: 2024-05-15 15:00 EST.</summary>
    public static DateTime Now { get; } = new(2024, 5, 15, 15, 0, 0);

    public IReadOnlyDictionary<string, Flight> Flights => flights;

    public IReadOnlyDictionary<string, Reservation> Reservations => reservations;

    public IReadOnlyDictionary<string, User> Users => users;

    /// <summary>A database of its own with the same content.</summary>
    public AirlineDatabase Copy() => new(flights, flightsByOrigin, reservations, users);

    /// <summary>Flights from an airport, in the timetable's order.</summary>
    public IEnumerable<Flight> FlightsFrom(string origin) => flightsByOrigin[origin];

    /// <summary>A flight at today's price. The seats stay as they are: the timetable learns of bookings overnight.</summary>
    /// <exception cref="AirlineException">It is unknown, isn't flown that day, can't be booked any more or is too full.</exception>
    public ReservedFlight Reserve(FlightChoice choice, Cabin cabin, int passengers)
    {
        if (!flights.TryGetValue(choice.FlightNumber, out var flight))
            throw new AirlineException($"flight {choice.FlightNumber} not found");
        if (!flight.Dates.TryGetValue(choice.Date, out var day))
            throw new AirlineException($"flight {choice.FlightNumber} not found on date {choice.Date:yyyy-MM-dd}");
        if (day is not { Status: FlightStatus.Available, AvailableSeats: { } seats, Prices: { } prices })
            throw new AirlineException($"flight {choice.FlightNumber} not available on date {choice.Date:yyyy-MM-dd}");
        if (seats.For(cabin) < passengers)
            throw new AirlineException($"not enough seats on flight {choice.FlightNumber}");

        return new ReservedFlight
        {
            Origin = flight.Origin,
            Destination = flight.Destination,
            FlightNumber = flight.FlightNumber,
            Date = choice.Date,
            Price = prices.For(cabin),
        };
    }

    /// <exception cref="AirlineException">There is no such reservation.</exception>
    public Reservation Reservation(string id) =>
        reservations.TryGetValue(id, out var reservation) ? reservation : throw new AirlineException("reservation not found");

    /// <exception cref="AirlineException">There is no such user.</exception>
    public User User(string id) => users.TryGetValue(id, out var user) ? user : throw new AirlineException("user not found");

    /// <summary>Adds a reservation, or replaces the one with its id.</summary>
    public Reservation Save(Reservation reservation) => reservations[reservation.ReservationId] = reservation;

    /// <summary>Adds or replaces a user.</summary>
    public User Save(string id, User user) => users[id] = user;

    /// <summary>An id for a new reservation: HATHAT, and the letters after it.</summary>
    /// <exception cref="AirlineException">All are taken.</exception>
    public string NextReservationId()
    {
        for (var last = 'T'; last <= 'Z'; last++)
        {
            var id = $"HATHA{last}";
            if (!reservations.ContainsKey(id))
                return id;
        }

        throw new AirlineException("no more reservations can be made today");
    }
}
