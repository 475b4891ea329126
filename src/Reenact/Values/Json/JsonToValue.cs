using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using MessagePack;

namespace Reenact.Values;

/// <summary>
/// Writes JSON as a value: objects are maps in their order, text is text (in blobs when long), and numbers keep what
/// they say to the digit, see <see cref="JsonNumber"/>. White space, comments and the way text was escaped are dropped.
/// </summary>
internal static class JsonToValue
{
    private static readonly JsonReaderOptions Options = new()
    {
        // What a JsonElement was parsed from may have both. Depth is checked here.
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = int.MaxValue,
    };

    // What ends a text, begins an escape, or may not stand in a text.
    private static readonly SearchValues<byte> NotPlain =
        SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, ' ').Select(static control => (byte)control)]);

    /// <summary>Writes one JSON value.</summary>
    /// <exception cref="JsonException">It is not JSON, or holds text that is not UTF-8.</exception>
    /// <exception cref="InvalidOperationException">It is nested too deep.</exception>
    public static void Write(ref MessagePackWriter writer, ReadOnlySpan<byte> json, ValueWriteContext context)
    {
        if (TryWriteText(ref writer, json, context))
            return;

        using var counts = new JsonCounts(json, Options);
        var reader = new Utf8JsonReader(json, Options);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    context.Enter();
                    writer.WriteMapHeader(counts.Next());
                    break;

                case JsonTokenType.StartArray:
                    context.Enter();
                    writer.WriteArrayHeader(counts.Next());
                    break;

                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    context.Leave();
                    break;

                case JsonTokenType.PropertyName or JsonTokenType.String:
                    WriteText(ref writer, ref reader, context);
                    break;

                case JsonTokenType.Number:
                    JsonNumber.Write(ref writer, reader.ValueSpan);
                    break;

                case JsonTokenType.True or JsonTokenType.False:
                    writer.Write(reader.TokenType == JsonTokenType.True);
                    break;

                default:
                    writer.WriteNil();
                    break;
            }
        }
    }

    /// <summary>Writes JSON that is nothing but a text without escapes, as most values are that a model gives a tool.</summary>
    private static bool TryWriteText(ref MessagePackWriter writer, ReadOnlySpan<byte> json, ValueWriteContext context)
    {
        if (json is not [(byte)'"', .. var text, (byte)'"'] || text.ContainsAny(NotPlain) || !Utf8.IsValid(text))
            return false;

        ValueText.WriteUtf8(ref writer, text, context);
        return true;
    }

    private static void WriteText(ref MessagePackWriter writer, ref Utf8JsonReader reader, ValueWriteContext context)
    {
        if (reader.ValueIsEscaped)
            JsonEscapes.Write(ref writer, ref reader, context);
        else if (Utf8.IsValid(reader.ValueSpan))
            ValueText.WriteUtf8(ref writer, reader.ValueSpan, context);
        else
            throw new JsonException("JSON to be recorded holds text that is not valid UTF-8.");
    }
}
