using System.ComponentModel;
using System.Text.Json.Nodes;
using MessagePack;
using Node = System.Text.Json.Nodes.JsonNode;
using NodeValue = System.Text.Json.Nodes.JsonValue;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="JsonNode"/>: its JSON. JSON null is no node but null, so it is nil.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonNodeCodec : IValueCodec<Node>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Node? value, ValueWriteContext context) => JsonNodes.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static Node Read(ref MessagePackReader reader, ValueReadContext context) => JsonNodes.Read<Node>(ref reader, context)!;
}

/// <summary>Codec of <see cref="JsonObject"/>: its JSON.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonObjectCodec : IValueCodec<JsonObject>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, JsonObject? value, ValueWriteContext context) => JsonNodes.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static JsonObject Read(ref MessagePackReader reader, ValueReadContext context) => JsonNodes.Read<JsonObject>(ref reader, context)!;
}

/// <summary>Codec of <see cref="JsonArray"/>: its JSON.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonArrayCodec : IValueCodec<JsonArray>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, JsonArray? value, ValueWriteContext context) => JsonNodes.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static JsonArray Read(ref MessagePackReader reader, ValueReadContext context) => JsonNodes.Read<JsonArray>(ref reader, context)!;
}

/// <summary>Codec of <see cref="NodeValue"/>: its JSON.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonValueCodec : IValueCodec<NodeValue>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, NodeValue? value, ValueWriteContext context) => JsonNodes.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static NodeValue Read(ref MessagePackReader reader, ValueReadContext context) => JsonNodes.Read<NodeValue>(ref reader, context)!;
}
