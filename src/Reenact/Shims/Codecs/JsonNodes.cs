using System.Text.Json.Nodes;
using MessagePack;

namespace Reenact.Shims;

/// <summary>JSON nodes of any kind.</summary>
internal static class JsonNodes
{
    public static void Write(ref MessagePackWriter writer, JsonNode? value, ValueWriteContext context)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        using var scratch = JsonScratch.Rent();
        value.WriteTo(scratch.Writer);
        scratch.Writer.Flush();
        JsonValue.Write(ref writer, scratch.Json, context);
    }

    public static TNode? Read<TNode>(ref MessagePackReader reader, ValueReadContext context)
        where TNode : JsonNode
    {
        if (reader.TryReadNil())
            return null;

        using var scratch = JsonScratch.Rent();
        JsonValue.Read(ref reader, scratch.Buffer, context);
        var node = JsonNode.Parse(scratch.Json);
        return node as TNode
            ?? throw new ValueFormatException($"A recorded value is JSON of the kind {node?.GetValueKind()}; expected a {typeof(TNode).Name}.");
    }
}
