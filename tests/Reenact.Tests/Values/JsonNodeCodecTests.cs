using System.Text.Json;
using System.Text.Json.Nodes;
using MessagePack;
using Reenact.Shims;
using Xunit;
using NodeValue = System.Text.Json.Nodes.JsonValue;

namespace Reenact.Tests.Values;

/// <summary>The JSON types that are objects: nodes and documents.</summary>
public sealed class JsonNodeCodecTests
{
    private const string Json = """{"z":1.0,"a":[1,-0,1e400,1.5,12345678901234567890,123456789012345678901234567890],"n":null,"t":"\u00e9\n","o":{},"l":[],"b":true}""";

    // The digits as they came, and what is escaped as it is escaped least.
    private const string Again = """{"z":1.0,"a":[1,-0,1e400,1.5,12345678901234567890,123456789012345678901234567890],"n":null,"t":"é\n","o":{},"l":[],"b":true}""";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Nodes_keep_order_digits_and_nulls()
    {
        Assert.Equal(Again, Encoded.RoundTrip<JsonNode, JsonNodeCodec>(JsonNode.Parse(Json)!).ToJsonString(Relaxed));
        Assert.Equal(Again, Encoded.RoundTrip<JsonObject, JsonObjectCodec>(JsonNode.Parse(Json)!.AsObject()).ToJsonString(Relaxed));
        Assert.Equal("[1,[2.50],null]", Encoded.RoundTrip<JsonArray, JsonArrayCodec>([1, new JsonArray(2.50m), null]).ToJsonString());
        Assert.Equal("2.50", Encoded.RoundTrip<NodeValue, JsonValueCodec>(NodeValue.Create(2.50m)).ToJsonString());
    }

    [Fact]
    public void Duplicate_members_are_kept() =>
        Assert.Equal("""{"a":1,"a":2}""", Encoded.RoundTrip<JsonNode, JsonNodeCodec>(JsonNode.Parse("""{"a":1,"a":2}""")!).ToJsonString());

    [Fact]
    public void A_node_an_element_and_a_document_of_the_same_json_are_the_same_bytes()
    {
        var blobs = new MemoryBlobs();
        using var document = JsonDocument.Parse(Json);
        var bytes = Encoded.Write<JsonElement, JsonElementCodec>(document.RootElement, blobs);
        Assert.Equal(bytes, Encoded.Write<JsonNode, JsonNodeCodec>(JsonNode.Parse(Json)!, blobs));
        Assert.Equal(bytes, Encoded.Write<JsonDocument, JsonDocumentCodec>(document, blobs));
    }

    [Fact]
    public void A_node_of_json_null_is_null()
    {
        Assert.Null(Encoded.RoundTrip<JsonNode, JsonNodeCodec>(null!));
        Assert.Null(Encoded.RoundTrip<JsonNode, JsonNodeCodec>(JsonNode.Parse("null")!));
        Assert.Null(Encoded.RoundTrip<JsonObject, JsonObjectCodec>(null!));
    }

    [Fact]
    public void A_document_of_json_null_is_not_no_document()
    {
        using var nothing = JsonDocument.Parse("null");
        using var read = Encoded.RoundTrip<JsonDocument, JsonDocumentCodec>(nothing);
        Assert.Equal(JsonValueKind.Null, read.RootElement.ValueKind);
        Assert.Null(Encoded.RoundTrip<JsonDocument, JsonDocumentCodec>(null!));
    }

    [Fact]
    public void A_document_that_was_read_outlives_what_it_was_read_from()
    {
        using var first = JsonDocument.Parse("""{"a":"first"}""");
        using var second = JsonDocument.Parse("""{"b":"other"}""");
        using var read = Encoded.RoundTrip<JsonDocument, JsonDocumentCodec>(first);
        using var other = Encoded.RoundTrip<JsonDocument, JsonDocumentCodec>(second);
        Assert.Equal("first", read.RootElement.GetProperty("a").GetString());
        Assert.Equal("other", other.RootElement.GetProperty("b").GetString());
    }

    [Fact]
    public void A_disposed_document_cannot_be_written()
    {
        var document = JsonDocument.Parse("1");
        document.Dispose();
        Assert.Throws<ObjectDisposedException>(() => Encoded.Write<JsonDocument, JsonDocumentCodec>(document, new MemoryBlobs()));
    }

    [Fact]
    public void Json_of_another_kind_is_refused()
    {
        var number = Encoded.Raw((ref MessagePackWriter writer) => writer.Write(1));
        Assert.Contains(
            "JSON of the kind Number; expected a JsonObject",
            Assert.Throws<ValueFormatException>(() => Encoded.Read<JsonObject, JsonObjectCodec>(number, new MemoryBlobs())).Message,
            StringComparison.Ordinal);
        Assert.Throws<ValueFormatException>(() => Encoded.Read<JsonArray, JsonArrayCodec>(number, new MemoryBlobs()));
        var undefined = Encoded.Write<JsonElement, JsonElementCodec>(default, new MemoryBlobs());
        Assert.Throws<ValueFormatException>(() => Encoded.Read<JsonDocument, JsonDocumentCodec>(undefined, new MemoryBlobs()));
        Assert.Throws<ValueFormatException>(() => Encoded.Read<JsonNode, JsonNodeCodec>(undefined, new MemoryBlobs()));
    }
}
