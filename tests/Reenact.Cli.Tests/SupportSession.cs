using System.ComponentModel;

namespace Reenact.Cli.Tests;

/// <summary>A small agent whose sessions the tests record.</summary>
public sealed partial class SupportAgent(FlightTools tools)
{
    [Replayed]
    public partial Task<string> HandleAsync(string request);

    private async Task<string> HandleCoreAsync(string request)
    {
        var id = Deterministic.NewGuid();
        var flights = await tools.SearchDirectAsync("JFK", request);
        try
        {
            await tools.BookAsync(flights[0]);
        }
        catch (InvalidOperationException)
        {
            return $"{flights.Count} flights, none booked";
        }

        return id.ToString();
    }
}

public sealed partial class FlightTools
{
    [Recorded, Description("Finds direct flights.")]
    public partial Task<List<string>> SearchDirectAsync(string origin, string destination);

    [Recorded]
    public partial Task BookAsync(string flight);

    private static async Task<List<string>> SearchDirectCoreAsync(string origin, string destination)
    {
        await Task.Yield();
        return [$"{origin}-{destination} 17:05", $"{origin}-{destination} 21:40"];
    }

    private static async Task BookCoreAsync(string flight)
    {
        await Task.Yield();
        throw new InvalidOperationException($"{flight} is full");
    }
}
