using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI;

/// <summary>Chat messages and what belongs to them as JSON, by type infos that their library generated. Thread-safe.</summary>
internal sealed class ChatJson
{
    // The JSON goes into MessagePack, never into a page.
    public static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly ChatJson Default = new(AIJsonUtilities.DefaultOptions);

    private const int FirstSize = 4096;
    private const int LargestKept = 1 << 20;

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? ofThread;

    private readonly JsonSerializerOptions options;

    public ChatJson(JsonSerializerOptions options)
    {
        // Options without a resolver know no type at all; the library's own know its types.
        this.options = options.TypeInfoResolver is null
            ? new JsonSerializerOptions(options) { TypeInfoResolver = AIJsonUtilities.DefaultOptions.TypeInfoResolver }
            : options;
        this.options.MakeReadOnly();
        IsKnown = ReferenceEquals(this.options, AIJsonUtilities.DefaultOptions) && DirectForm.IsKnown;
    }

    /// <summary>Whether it is the library's own, and known: then most messages are written and read without it.</summary>
    public bool IsKnown { get; }

    /// <summary>Encodes a value.</summary>
    /// <exception cref="InvalidOperationException">It holds something of which the options know no JSON.</exception>
    public byte[] Encode<T>(T value)
    {
        try
        {
            return Serialize(value);
        }
        catch (Exception exception) when (exception is NotSupportedException or JsonException)
        {
            throw new InvalidOperationException(
                $"A {typeof(T).Name} can't be recorded: {exception.Message} Give UseReenact() JsonSerializerOptions that know the type " +
                "(AIJsonUtilities.AddAIContentType for kinds of content; a JsonSerializerContext for results and properties).",
                exception);
        }
    }

    /// <summary>Encodes a value of any type.</summary>
    /// <returns>False when it is none that JSON can say.</returns>
    public bool TryEncode(object? value, out byte[] json)
    {
        try
        {
            json = Serialize(value);
            return true;
        }
        catch (Exception exception) when (exception is NotSupportedException or JsonException)
        {
            json = [];
            return false;
        }
    }

    /// <summary>Decodes what <see cref="Encode"/> made.</summary>
    /// <exception cref="ValueFormatException">It is no such value, or holds something that the options don't know.</exception>
    public T Decode<T>(byte[] json) => Decode<T, byte[]>(json, static (json, type) => JsonSerializer.Deserialize(json, type));

    /// <inheritdoc cref="Decode{T}(byte[])"/>
    public T Decode<T>(JsonElement json) => Decode<T, JsonElement>(json, static (json, type) => json.Deserialize(type));

    private T Decode<T, TJson>(TJson json, Func<TJson, JsonTypeInfo<T>, T?> deserialize)
    {
        try
        {
            return deserialize(json, TypeInfo<T>()) ?? throw new ValueFormatException($"A recorded {typeof(T).Name} is null.");
        }
        catch (Exception exception) when (exception is NotSupportedException or JsonException)
        {
            throw new ValueFormatException(
                $"What was recorded is no {typeof(T).Name}: {exception.Message} Replay with the JsonSerializerOptions for UseReenact() " +
                "that it was recorded with.",
                exception);
        }
    }

    private byte[] Serialize<T>(T value)
    {
        // The options can say "indented"; the writer decides. A converter may come here again while it runs, and gets another one.
        var (buffer, writer) = ofThread ?? NewWriter();
        ofThread = null;
        JsonSerializer.Serialize(writer, value, TypeInfo<T>());
        var json = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity <= LargestKept)
        {
            buffer.ResetWrittenCount();
            writer.Reset();
            ofThread = (buffer, writer);
        }

        return json;
    }

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer) NewWriter()
    {
        var buffer = new ArrayBufferWriter<byte>(FirstSize);
        return (buffer, new Utf8JsonWriter(buffer, Compact));
    }

    private JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
