using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;
using MessagePack;

namespace Reenact.Values;

/// <summary>
/// Writes JSON that was parsed already, as <see cref="JsonToValue"/> writes its text: its document knows how many elements everything has, so that
/// nothing is read twice.
/// </summary>
internal static class JsonElementToValue
{
    /// <summary>Writes one JSON value; not one that is undefined.</summary>
    /// <exception cref="JsonException">It holds text that is not UTF-8.</exception>
    /// <exception cref="InvalidOperationException">It is nested too deep.</exception>
    public static void Write(ref MessagePackWriter writer, JsonElement element, ValueWriteContext context)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                context.Enter();
                writer.WriteMapHeader(element.GetPropertyCount());
                foreach (var property in element.EnumerateObject())
                {
                    WriteName(ref writer, JsonMarshal.GetRawUtf8PropertyName(property), context);
                    Write(ref writer, property.Value, context);
                }

                context.Leave();
                break;

            case JsonValueKind.Array:
                context.Enter();
                writer.WriteArrayHeader(element.GetArrayLength());
                foreach (var item in element.EnumerateArray())
                    Write(ref writer, item, context);

                context.Leave();
                break;

            case JsonValueKind.Number:
                JsonNumber.Write(ref writer, JsonMarshal.GetRawUtf8Value(element));
                break;

            case JsonValueKind.True or JsonValueKind.False:
                writer.Write(element.ValueKind == JsonValueKind.True);
                break;

            case JsonValueKind.Null:
                writer.WriteNil();
                break;

            default:
                JsonToValue.Write(ref writer, JsonMarshal.GetRawUtf8Value(element), context);
                break;
        }
    }

    private static void WriteName(ref MessagePackWriter writer, ReadOnlySpan<byte> name, ValueWriteContext context)
    {
        if (!name.Contains((byte)'\\') && Utf8.IsValid(name))
            ValueText.WriteUtf8(ref writer, name, context);
        else
            JsonToValue.Write(ref writer, (byte[])[(byte)'"', .. name, (byte)'"'], context);
    }
}
