using System.Text.Json;
using System.Text.Json.Nodes;
using AirlineAgent.Data;
using Microsoft.Extensions.AI;

namespace AirlineAgent.Tools;

/// <summary>What a function is called in snake case.</summary>
/// <param name="Function">Its name.</param>
/// <param name="Parameters">The names of its parameters, by those the model uses.</param>
/// <param name="Schema">The schema of its arguments, by the names the model uses.</param>
internal sealed record SnakeCaseFunctionNames(string Function, IReadOnlyDictionary<string, string> Parameters, JsonElement Schema)
{
    public static SnakeCaseFunctionNames Of(AIFunction function)
    {
        var schema = JsonObject.Create(function.JsonSchema)!;
        var parameters = schema["properties"]!.AsObject();
        schema["properties"] = new JsonObject(parameters.Select(entry => KeyValuePair.Create(Snake(entry.Key), entry.Value?.DeepClone())));
        if (schema["required"] is JsonArray required)
            schema["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(Snake($"{name}")))]);

        return new(
            Snake(function.Name),
            parameters.ToDictionary(entry => Snake(entry.Key), entry => entry.Key),
            schema.Deserialize(AirlineJson.Default.JsonElement));
    }

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
