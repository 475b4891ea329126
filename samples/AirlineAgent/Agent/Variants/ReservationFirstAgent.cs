using System.Text.Json;
using System.Text.RegularExpressions;
using AirlineAgent.Data;
using AirlineAgent.Tools;
using Microsoft.Extensions.AI;

namespace AirlineAgent.Agent.Variants;

/// <summary>
/// Saves a round trip: where the customer named a reservation, it is looked up before the profile instead of after it.
/// </summary>
public sealed partial class ReservationFirstAgent(IChatClient model, ToolSet tools, Customer customer, PolicyLibrary policies)
    : SupportAgent(model, tools, customer, policies)
{
    private const string Profile = "get_user_details";
    private const string Details = "get_reservation_details";
    private const string Id = "reservation_id";

    private readonly HashSet<string> known = [];
    private readonly Dictionary<string, object?> lookedUp = [];

    protected override async Task<object?> AnswerAsync(FunctionCallContent call, CancellationToken cancellationToken)
    {
        if (call.Name == Profile && NamedReservation() is { } named && known.Add(named))
        {
            var arguments = new Dictionary<string, object?> { [Id] = JsonSerializer.SerializeToElement(named, AirlineJson.Default.String) };
            lookedUp[named] = await base.AnswerAsync(new FunctionCallContent(call.CallId, Details, arguments), cancellationToken);
        }

        if (call.Name != Details || call.Arguments?.TryGetValue(Id, out var id) != true)
            return await base.AnswerAsync(call, cancellationToken);

        known.Add($"{id}");
        return lookedUp.Remove($"{id}", out var details) ? details : await base.AnswerAsync(call, cancellationToken);
    }

    private string? NamedReservation() => Messages
        .Where(message => message.Role == ChatRole.User)
        .Select(message => ReservationId().Match(message.Text))
        .LastOrDefault(match => match.Success)?.Value;

    // Three letters and three digits are a flight.
    [GeneratedRegex(@"\b(?=[A-Z]*\d)(?![A-Z]{3}\d{3}\b)[A-Z\d]{6}\b", RegexOptions.CultureInvariant)]
    private static partial Regex ReservationId();
}
