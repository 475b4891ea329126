using System.Text.Json;
using System.Text.Json.Nodes;

namespace EveryType.Values;

/// <summary>JSON in the types of the framework.</summary>
internal sealed record Documents(JsonElement Element, JsonDocument Document, JsonNode Node, JsonObject Object, JsonArray Array, JsonValue Value, JsonNode? Null)
{
    private const string Json = """{"b":1.0,"a":[true,null,1e400,18446744073709551615],"text":"\u00e4"}""";

    public static Documents Sample => new(
        JsonElement.Parse(Json), JsonDocument.Parse(Json), JsonNode.Parse(Json)!, new JsonObject { ["x"] = 1 }, new JsonArray(1, "two"), JsonValue.Create(3), null);
}
