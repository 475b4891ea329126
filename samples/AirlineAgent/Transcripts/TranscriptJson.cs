using System.Text.Json;
using System.Text.Json.Serialization;

namespace AirlineAgent.Transcripts;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(IReadOnlyList<Transcript>))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
[JsonSerializable(typeof(string))]
internal sealed partial class TranscriptJson : JsonSerializerContext;
