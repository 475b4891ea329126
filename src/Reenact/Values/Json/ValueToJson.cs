using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using MessagePack;

namespace Reenact.Values;

/// <summary>
/// Writes a value as the JSON it was made from by <see cref="JsonToValue"/>, without white space. What JSON has no
/// word for (bytes, keys that are no text, infinities) is not such a value and refused.
/// </summary>
internal ref struct ValueToJson
{
    private const int MaxNumberLength = 32;

    private readonly ValueReadContext context;
    private BufferedBytes json;

    private ValueToJson(IBufferWriter<byte> json, ValueReadContext context)
    {
        this.json = new BufferedBytes(json);
        this.context = context;
    }

    /// <summary>Reads the next value and writes it as JSON.</summary>
    /// <exception cref="ValueFormatException">The value is not one that was JSON.</exception>
    public static void Write(ref MessagePackReader reader, IBufferWriter<byte> json, ValueReadContext context)
    {
        var transcoder = new ValueToJson(json, context);
        transcoder.Value(ref reader);
        transcoder.json.Flush();
    }

    private void Value(ref MessagePackReader reader)
    {
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Nil:
                reader.ReadNil();
                json.Write("null"u8);
                break;

            case MessagePackType.Boolean:
                json.Write(reader.ReadBoolean() ? "true"u8 : "false"u8);
                break;

            case MessagePackType.Integer:
                Integer(ref reader);
                break;

            case MessagePackType.Float:
                Float(ref reader);
                break;

            case MessagePackType.Array:
                Array(ref reader);
                break;

            case MessagePackType.Map:
                Map(ref reader);
                break;

            case MessagePackType.Extension when reader.CreatePeekReader().ReadExtensionFormatHeader().TypeCode == ValueExtensionType.JsonNumber:
                Number(reader.ReadExtensionFormat().Data);
                break;

            default:
                Text(ref reader);
                break;
        }
    }

    private void Array(ref MessagePackReader reader)
    {
        context.Enter();
        var count = reader.ReadArrayHeader();
        json.Write((byte)'[');
        for (var index = 0; index < count; index++)
        {
            if (index > 0)
                json.Write((byte)',');
            Value(ref reader);
        }

        json.Write((byte)']');
        context.Leave();
    }

    private void Map(ref MessagePackReader reader)
    {
        context.Enter();
        var count = reader.ReadMapHeader();
        json.Write((byte)'{');
        for (var index = 0; index < count; index++)
        {
            if (index > 0)
                json.Write((byte)',');
            Text(ref reader);
            json.Write((byte)':');
            Value(ref reader);
        }

        json.Write((byte)'}');
        context.Leave();
    }

    private void Integer(ref MessagePackReader reader)
    {
        var target = json.Reserve(MaxNumberLength);
        int length;
        if (reader.NextCode == MessagePackCode.UInt64)
            Utf8Formatter.TryFormat(reader.ReadUInt64(), target, out length);
        else
            Utf8Formatter.TryFormat(reader.ReadInt64(), target, out length);
        json.Advance(length);
    }

    private void Float(ref MessagePackReader reader)
    {
        // The double that reads as the single does has the single's shortest text.
        var value = reader.NextCode == MessagePackCode.Float32
            ? double.Parse(reader.ReadSingle().ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : reader.ReadDouble();
        json.Advance(JsonNumber.Format(value, json.Reserve(MaxNumberLength)));
    }

    private void Number(in ReadOnlySequence<byte> text)
    {
        ReadOnlySpan<byte> number = text.IsSingleSegment ? text.FirstSpan : text.ToArray();
        if (!JsonNumber.IsNumber(number))
            throw new ValueFormatException($"A recorded JSON number is none: {TextEscape.Quote(number, 100)}.");

        json.Write(number);
    }

    private void Text(ref MessagePackReader reader)
    {
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.String:
                if (!reader.TryReadStringSpan(out var text))
                    text = reader.ReadStringSequence()!.Value.ToArray();
                JsonText.Write(ref json, text);
                break;

            case MessagePackType.Extension:
                var extension = reader.ReadExtensionFormat();
                if (extension.TypeCode == ValueExtensionType.TextInBlob)
                    JsonText.Write(ref json, BlobReference.Load(extension.Data, context).Span);
                else if (extension.TypeCode == ValueExtensionType.InvalidText)
                    JsonText.Write(ref json, ValueText.DecodeInvalid(extension.Data));
                else
                    throw UnexpectedValue.Error(extension.TypeCode, "JSON");
                break;

            default:
                throw UnexpectedValue.Error(ref reader, "JSON");
        }
    }
}
