using System.ComponentModel;
using System.Text.Json;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="JsonDocument"/>: its root element, see <see cref="JsonElementCodec"/>. What is read is a document of its own, to be disposed of as ever.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonDocumentCodec : IValueCodec<JsonDocument>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, JsonDocument? value, ValueWriteContext context)
    {
        if (value is null)
            writer.WriteNil();
        else
            JsonElementCodec.Write(ref writer, value.RootElement, context);
    }

    /// <inheritdoc/>
    public static JsonDocument Read(ref MessagePackReader reader, ValueReadContext context)
    {
        if (reader.TryReadNil())
            return null!;

        if (JsonElementCodec.TryReadMarker(ref reader, out var text))
        {
            return text.IsEmpty
                ? throw new ValueFormatException("A recorded JSON element of no document stands where a JSON document is expected.")
                : JsonDocument.Parse("null");
        }

        using var scratch = JsonScratch.Rent();
        JsonValue.Read(ref reader, scratch.Buffer, context);
        return JsonDocument.Parse(scratch.Json.ToArray());
    }
}
