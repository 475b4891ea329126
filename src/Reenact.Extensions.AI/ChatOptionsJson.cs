using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI;

/// <summary>
/// Chat options as a JSON object that holds what is set, members in a fixed order, so that equal options are equal bytes.
/// Options are only compared and shown, never read back. Left out is what is no data:
/// <see cref="ChatOptions.RawRepresentationFactory"/> and the bodies of tools.
/// </summary>
internal static class ChatOptionsJson
{
    public static ReadOnlyMemory<byte> Encode(ChatOptions options, ChatJson json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, ChatJson.Compact))
        {
            writer.WriteStartObject();
            Text(writer, "modelId", options.ModelId);
            Text(writer, "instructions", options.Instructions);
            Number(writer, "temperature", options.Temperature);
            Number(writer, "topP", options.TopP);
            Number(writer, "topK", options.TopK);
            Number(writer, "maxOutputTokens", options.MaxOutputTokens);
            Number(writer, "frequencyPenalty", options.FrequencyPenalty);
            Number(writer, "presencePenalty", options.PresencePenalty);
            Number(writer, "seed", options.Seed);
            Data(writer, "stopSequences", options.StopSequences, json);
            Data(writer, "reasoning", options.Reasoning, json);
            ResponseFormat(writer, options.ResponseFormat);
            ToolMode(writer, options.ToolMode);
            Flag(writer, "allowMultipleToolCalls", options.AllowMultipleToolCalls);
            Flag(writer, "allowBackgroundResponses", options.AllowBackgroundResponses);
            Text(writer, "conversationId", options.ConversationId);
            Data(writer, "continuationToken", options.ContinuationToken, json);
            Properties(writer, options.AdditionalProperties, json);
            ToolJson.WriteAll(writer, options.Tools);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Writes JSON as text: a schema is long and the same each turn, and long text is stored once per recording.</summary>
    public static void Schema(Utf8JsonWriter writer, string name, JsonElement? schema)
    {
        if (schema is not { ValueKind: not JsonValueKind.Undefined } element)
        {
            return;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var text = new Utf8JsonWriter(buffer, ChatJson.Compact))
        {
            element.WriteTo(text);
        }

        writer.WriteString(name, buffer.WrittenSpan);
    }

    public static void Text(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void Number(Utf8JsonWriter writer, string name, float? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    private static void Number(Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    private static void Flag(Utf8JsonWriter writer, string name, bool? value)
    {
        if (value is { } flag)
        {
            writer.WriteBoolean(name, flag);
        }
    }

    private static void Data<T>(Utf8JsonWriter writer, string name, T? value, ChatJson json)
        where T : class
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(json.Encode(value), skipInputValidation: true);
        }
    }

    private static void ResponseFormat(Utf8JsonWriter writer, ChatResponseFormat? format)
    {
        if (format is null)
        {
            return;
        }

        writer.WriteStartObject("responseFormat");
        if (format is ChatResponseFormatJson structured)
        {
            writer.WriteString("type", "json");
            Text(writer, "schemaName", structured.SchemaName);
            Text(writer, "schemaDescription", structured.SchemaDescription);
            Schema(writer, "schema", structured.Schema);
        }
        else
        {
            writer.WriteString("type", format is ChatResponseFormatText ? "text" : format.GetType().Name);
        }

        writer.WriteEndObject();
    }

    private static void ToolMode(Utf8JsonWriter writer, ChatToolMode? mode)
    {
        switch (mode)
        {
            case null:
                break;
            case RequiredChatToolMode { RequiredFunctionName: { } function }:
                writer.WriteStartObject("toolMode");
                writer.WriteString("required", function);
                writer.WriteEndObject();
                break;
            default:
                writer.WriteString("toolMode", mode switch
                {
                    AutoChatToolMode => "auto",
                    NoneChatToolMode => "none",
                    RequiredChatToolMode => "required",
                    _ => mode.GetType().Name,
                });
                break;
        }
    }

    private static void Properties(Utf8JsonWriter writer, AdditionalPropertiesDictionary? properties, ChatJson json)
    {
        if (properties is null)
        {
            return;
        }

        writer.WriteStartObject("additionalProperties");
        foreach (var (name, value) in properties.OrderBy(property => property.Key, StringComparer.Ordinal))
        {
            writer.WritePropertyName(name);
            if (json.TryEncode(value, out var encoded))
            {
                writer.WriteRawValue(encoded, skipInputValidation: true);
            }
            else
            {
                // Such properties configure a client with objects of its own; a model never sees them.
                writer.WriteStringValue($"(a {value?.GetType()}, which is no data)");
            }
        }

        writer.WriteEndObject();
    }
}
