using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using MessagePack;
using Reenact.Protection;

namespace Reenact.Values;

/// <summary>
/// Prints values as JSON for programs. Keys that are no text become the text that is printed for them, bytes become
/// Base64, numbers that are not finite and what redaction took away become text.
/// </summary>
internal static class ValueJson
{
    private const int MaxKeyLength = 1024;

    /// <summary>Writes one value.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="value">What to write.</param>
    /// <param name="written">Called now and then: what was written so far may be handed over.</param>
    /// <exception cref="ValueFormatException">The value is damaged.</exception>
    public static void Write(Utf8JsonWriter json, EncodedValue value, Action? written = null)
    {
        var reader = new MessagePackReader(value.Bytes);
        try
        {
            var context = new ValueReadContext(value.Blobs);
            Write(json, ref reader, value, context, new JsonContent(json, context, written));
        }
        catch (Exception exception) when (exception is MessagePackSerializationException or EndOfStreamException or OverflowException)
        {
            throw ValueReading.Translate(exception, "A recorded value can't be printed");
        }
    }

    private static void Write(Utf8JsonWriter json, ref MessagePackReader reader, EncodedValue value, ValueReadContext context, JsonContent content)
    {
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Nil:
                reader.ReadNil();
                json.WriteNullValue();
                break;

            case MessagePackType.Boolean:
                json.WriteBooleanValue(reader.ReadBoolean());
                break;

            case MessagePackType.Integer when reader.NextCode == MessagePackCode.UInt64:
                json.WriteNumberValue(reader.ReadUInt64());
                break;

            case MessagePackType.Integer:
                json.WriteNumberValue(reader.ReadInt64());
                break;

            case MessagePackType.Float when reader.NextCode == MessagePackCode.Float32:
                var single = reader.ReadSingle();
                if (float.IsFinite(single))
                    json.WriteNumberValue(single);
                else
                    json.WriteStringValue(single.ToString(CultureInfo.InvariantCulture));
                break;

            case MessagePackType.Float:
                var number = reader.ReadDouble();
                if (double.IsFinite(number))
                    json.WriteNumberValue(number);
                else
                    json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
                break;

            case MessagePackType.Binary:
                content.Bytes(ref reader);
                break;

            case MessagePackType.Array:
                WriteArray(json, ref reader, value, context, content);
                break;

            case MessagePackType.Map:
                WriteMap(json, ref reader, value, context, content);
                break;

            case MessagePackType.Extension:
                WriteExtension(json, ref reader, value, context, content);
                break;

            default:
                content.Text(ref reader);
                break;
        }
    }

    private static void WriteArray(Utf8JsonWriter json, ref MessagePackReader reader, EncodedValue value, ValueReadContext context, JsonContent content)
    {
        context.Enter();
        json.WriteStartArray();
        for (var left = reader.ReadArrayHeader(); left > 0; left--)
            Write(json, ref reader, value, context, content);
        json.WriteEndArray();
        context.Leave();
    }

    private static void WriteMap(Utf8JsonWriter json, ref MessagePackReader reader, EncodedValue value, ValueReadContext context, JsonContent content)
    {
        context.Enter();
        json.WriteStartObject();
        for (var left = reader.ReadMapHeader(); left > 0; left--)
        {
            json.WritePropertyName(ReadName(ref reader, value, context));
            Write(json, ref reader, value, context, content);
        }

        json.WriteEndObject();
        context.Leave();
    }

    private static string ReadName(ref MessagePackReader reader, EncodedValue value, ValueReadContext context)
    {
        if (reader.NextMessagePackType == MessagePackType.String)
            return context.ReadText(ref reader)!;

        if (ValueKinds.Of(ref reader) == ValueKind.Text)
            return ReadLongName(ref reader, value);

        var start = (int)reader.Consumed;
        reader.Skip();
        return ValuePrinter.Print(value with { Bytes = value.Bytes[start..(int)reader.Consumed] }, MaxKeyLength);
    }

    /// <summary>A writer of JSON takes names in one piece only, so the longest are cut.</summary>
    private static string ReadLongName(ref MessagePackReader reader, EncodedValue value)
    {
        var start = (int)reader.Consumed;
        reader.Skip();
        var text = TextStart.Of(value with { Bytes = value.Bytes[start..(int)reader.Consumed] }, ValueLimits.BlobPart, out var isCut)
            ?? throw new ValueFormatException("A name in a recorded value can't be read; the recording is damaged or forged.");
        return isCut ? text + "…" : text;
    }

    private static void WriteExtension(Utf8JsonWriter json, ref MessagePackReader reader, EncodedValue value, ValueReadContext context, JsonContent content)
    {
        switch (ValueKinds.Of(ref reader))
        {
            case ValueKind.Text:
                content.Text(ref reader);
                break;

            case ValueKind.Bytes:
                content.Bytes(ref reader);
                break;

            case ValueKind.JsonNumber when reader.CreatePeekReader().ReadExtensionFormat().Data.ToArray() is var number && JsonNumber.IsNumber(number):
                reader.Skip();
                json.WriteRawValue(number, skipInputValidation: true);
                break;

            default:
                if (RedactedValue.TryOpen(ref reader, context) is { } opened)
                {
                    var inner = new MessagePackReader(opened);
                    context.Enter();
                    Write(json, ref inner, value with { Bytes = opened }, context, content);
                    context.Leave();
                    break;
                }

                var text = new StringBuilder();
                ScalarText.Append(text, ref reader, context, MaxKeyLength);
                json.WriteStringValue(text.ToString());
                break;
        }
    }
}
