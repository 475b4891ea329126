using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text.Json;
using MessagePack;
using Reenact.Values;

namespace Reenact.Shims;

/// <summary>
/// Codec of <see cref="JsonElement"/>. JSON null and an element of no document are not "no value", which nil is:
/// they stand as the extension of JSON numbers, with the body <c>null</c> and with none.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonElementCodec : IValueCodec<JsonElement>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, JsonElement value, ValueWriteContext context)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Undefined:
                WriteMarker(ref writer, []);
                break;

            case JsonValueKind.Null:
                WriteMarker(ref writer, "null"u8);
                break;

            default:
                JsonValue.Write(ref writer, JsonMarshal.GetRawUtf8Value(value), context);
                break;
        }
    }

    /// <inheritdoc/>
    public static JsonElement Read(ref MessagePackReader reader, ValueReadContext context)
    {
        if (TryReadMarker(ref reader, out var text))
            return text.IsEmpty ? default : JsonElement.Parse(text);

        using var scratch = JsonScratch.Rent();
        JsonValue.Read(ref reader, scratch.Buffer, context);
        return JsonElement.Parse(scratch.Json);
    }

    private static void WriteMarker(ref MessagePackWriter writer, ReadOnlySpan<byte> text)
    {
        writer.WriteExtensionFormatHeader(new ExtensionHeader(ValueExtensionType.JsonNumber, text.Length));
        writer.WriteRaw(text);
    }

    internal static bool TryReadMarker(ref MessagePackReader reader, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (reader.NextMessagePackType != MessagePackType.Extension)
            return false;

        var peek = reader.CreatePeekReader();
        var extension = peek.ReadExtensionFormat();
        if (extension.TypeCode != ValueExtensionType.JsonNumber)
            return false;

        var body = extension.Data.FirstSpan;
        if (extension.Data.Length != 0 && !body.SequenceEqual("null"u8))
            return false;

        text = body;
        reader = peek;
        return true;
    }
}
