using AirlineAgent.Data;
using Microsoft.Extensions.AI;

namespace AirlineAgent.Tools;

/// <summary>The 14 tools over one database, as a model sees and calls them. Names are snake case, like the data's.</summary>
public sealed class ToolSet
{
    // Models are told what a tool takes, not the schema of what it answers.
    private static readonly AIFunctionFactoryOptions FactoryOptions =
        new() { SerializerOptions = AirlineJson.Default.Options, ExcludeResultSchema = true };

    private readonly Dictionary<string, AIFunction> functions;

    public ToolSet(AirlineDatabase database)
    {
        var flights = new FlightTools(database);
        var reservations = new ReservationTools(database);
        var changes = new ChangeTools(database);
        var profiles = new ProfileTools(database);
        var desk = new DeskTools();

        functions = new Delegate[]
        {
            reservations.BookReservation,
            desk.Calculate,
            reservations.CancelReservation,
            reservations.GetReservationDetails,
            profiles.GetUserDetails,
            flights.ListAllAirports,
            flights.SearchDirectFlight,
            flights.SearchOnestopFlight,
            profiles.SendCertificate,
            desk.Think,
            desk.TransferToHumanAgents,
            changes.UpdateReservationBaggages,
            changes.UpdateReservationFlights,
            changes.UpdateReservationPassengers,
        }.Select(Create).ToDictionary(function => function.Name);
        Options = new ChatOptions { Tools = [.. functions.Values] };
    }

    /// <summary>What tells a model of the tools.</summary>
    public ChatOptions Options { get; }

    public bool TryGet(string name, out AIFunction function) => functions.TryGetValue(name, out function!);

    private static AIFunction Create(Delegate tool) => new SnakeCaseFunction(AIFunctionFactory.Create(tool, FactoryOptions));
}
