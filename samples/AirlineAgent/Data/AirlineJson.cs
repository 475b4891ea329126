using System.Text.Json;
using System.Text.Json.Serialization;
using AirlineAgent.Domain;

namespace AirlineAgent.Data;

/// <summary>JSON of the database's files, of the tools' arguments and of their answers, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Dictionary<string, Flight>))]
[JsonSerializable(typeof(Dictionary<string, Reservation>))]
[JsonSerializable(typeof(Dictionary<string, User>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(IReadOnlyList<FlightOffer>))]
[JsonSerializable(typeof(IReadOnlyList<IReadOnlyList<FlightOffer>>))]
[JsonSerializable(typeof(IReadOnlyList<FlightChoice>))]
[JsonSerializable(typeof(decimal))]
[JsonSerializable(typeof(JsonElement))]
public sealed partial class AirlineJson : JsonSerializerContext;
