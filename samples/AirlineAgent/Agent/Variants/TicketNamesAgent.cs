using System.Text.Json;
using AirlineAgent.Data;
using AirlineAgent.Domain;
using AirlineAgent.Tools;
using Microsoft.Extensions.AI;

namespace AirlineAgent.Agent.Variants;

/// <summary>Writes passengers' names in capitals, as tickets have them.</summary>
public sealed class TicketNamesAgent(IChatClient model, ToolSet tools, Customer customer, PolicyLibrary policies)
    : SupportAgent(model, tools, customer, policies)
{
    private const string Passengers = "passengers";

    protected override Task<object?> InvokeAsync(FunctionCallContent call, CancellationToken cancellationToken) =>
        base.InvokeAsync(
            call.Arguments?.TryGetValue(Passengers, out var value) == true && value is JsonElement passengers
                ? new FunctionCallContent(call.CallId, call.Name, new Dictionary<string, object?>(call.Arguments) { [Passengers] = InCapitals(passengers) })
                : call,
            cancellationToken);

    private static JsonElement InCapitals(JsonElement passengers) => JsonSerializer.SerializeToElement(
        [.. (passengers.Deserialize(AirlineJson.Default.IReadOnlyListPassenger) ?? []).Select(InCapitals)],
        AirlineJson.Default.IReadOnlyListPassenger);

    private static Passenger InCapitals(Passenger passenger) => passenger with
    {
        FirstName = passenger.FirstName.ToUpperInvariant(),
        LastName = passenger.LastName.ToUpperInvariant(),
    };
}
