using System.Buffers;
using System.Globalization;
using System.Text.Json;
using MessagePack;
using Microsoft.Extensions.AI;
using Reenact.Shims;

namespace Reenact.Extensions.AI;

/// <summary>
/// Reads recorded responses as their library reads them from its JSON, without the JSON. Values that have no type there, as the arguments of
/// function calls, become <see cref="JsonElement"/> here, too. A response with anything unknown in it is left to the library.
/// </summary>
internal ref partial struct DirectResponseReader
{
    private const int LargestKept = 1 << 20;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? scratch;

    private readonly ValueReadContext context;
    private MessagePackReader reader;

    private DirectResponseReader(MessagePackReader reader, ValueReadContext context)
    {
        this.reader = reader;
        this.context = context;
    }

    /// <summary>Reads a response.</summary>
    /// <returns>Null where there is anything in it that is not known here.</returns>
    /// <exception cref="ValueFormatException">A text can't be read.</exception>
    public static ChatResponse? Read(MessagePackReader reader, ValueReadContext context)
    {
        try
        {
            return new DirectResponseReader(reader, context).Response();
        }
        catch (Exception exception) when (exception is MessagePackSerializationException or EndOfStreamException or JsonException or InvalidOperationException or ArgumentException or OverflowException)
        {
            return null; // The library says what is wrong.
        }
    }

    private ChatResponse? Response()
    {
        if (!TryEnterMap(out var members))
        {
            return null;
        }

        var response = new ChatResponse();
        for (; members > 0; members--)
        {
            if (!reader.TryReadStringSpan(out var name))
            {
                return null;
            }

            if (name.SequenceEqual("messages"u8))
            {
                if (Messages() is not { } messages)
                {
                    return null;
                }

                response.Messages = messages;
            }
            else if (name.SequenceEqual("responseId"u8))
            {
                response.ResponseId = context.ReadText(ref reader);
            }
            else if (name.SequenceEqual("conversationId"u8))
            {
                response.ConversationId = context.ReadText(ref reader);
            }
            else if (name.SequenceEqual("modelId"u8))
            {
                response.ModelId = context.ReadText(ref reader);
            }
            else if (name.SequenceEqual("createdAt"u8) && TryReadTime(out var time))
            {
                response.CreatedAt = time;
            }
            else if (name.SequenceEqual("finishReason"u8) && context.ReadText(ref reader) is { } reason)
            {
                response.FinishReason = new ChatFinishReason(reason);
            }
            else if (name.SequenceEqual("usage"u8) && Usage() is { } usage)
            {
                response.Usage = usage;
            }
            else if (name.SequenceEqual("additionalProperties"u8) && TryEnterMap(out var count))
            {
                response.AdditionalProperties = [];
                Named(response.AdditionalProperties, count);
            }
            else
            {
                return null;
            }
        }

        context.Leave();
        return response;
    }

    private List<ChatMessage>? Messages()
    {
        if (!TryEnterArray(out var count))
        {
            return null;
        }

        var messages = new List<ChatMessage>(Math.Min(count, 16));
        for (; count > 0; count--)
        {
            if (Message() is not { } message)
            {
                return null;
            }

            messages.Add(message);
        }

        context.Leave();
        return messages;
    }

    private ChatMessage? Message()
    {
        if (!TryEnterMap(out var members))
        {
            return null;
        }

        var message = new ChatMessage();
        for (; members > 0; members--)
        {
            if (!reader.TryReadStringSpan(out var name))
            {
                return null;
            }

            if (name.SequenceEqual("role"u8) && context.ReadText(ref reader) is { } role)
            {
                message.Role = RoleOf(role);
            }
            else if (name.SequenceEqual("contents"u8))
            {
                if (Contents() is not { } contents)
                {
                    return null;
                }

                message.Contents = contents;
            }
            else if (name.SequenceEqual("authorName"u8))
            {
                message.AuthorName = context.ReadText(ref reader);
            }
            else if (name.SequenceEqual("messageId"u8))
            {
                message.MessageId = context.ReadText(ref reader);
            }
            else if (name.SequenceEqual("createdAt"u8) && TryReadTime(out var time))
            {
                message.CreatedAt = time;
            }
            else if (name.SequenceEqual("additionalProperties"u8) && TryEnterMap(out var count))
            {
                message.AdditionalProperties = [];
                Named(message.AdditionalProperties, count);
            }
            else
            {
                return null;
            }
        }

        context.Leave();
        return message;
    }

    /// <summary>Reads the entries of a map that was entered.</summary>
    private void Named(IDictionary<string, object?> named, int count)
    {
        for (; count > 0; count--)
        {
            var name = context.ReadText(ref reader) ?? throw new MessagePackSerializationException();
            named[name] = Value();
        }

        context.Leave();
    }

    /// <summary>Reads a value that has no type: null, or JSON.</summary>
    private JsonElement? Value()
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        var json = scratch ??= new ArrayBufferWriter<byte>(1024);
        json.ResetWrittenCount();
        JsonValue.Read(ref reader, json, context);
        var element = JsonElement.Parse(json.WrittenSpan);
        if (json.Capacity > LargestKept)
        {
            scratch = null;
        }

        return element;
    }

    private bool TryReadTime(out DateTimeOffset time)
    {
        time = default;
        return reader.NextMessagePackType == MessagePackType.String
            && DateTimeOffset.TryParseExact(context.ReadText(ref reader), DirectMembers.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }

    private bool TryEnterMap(out int count)
    {
        count = 0;
        if (reader.NextMessagePackType != MessagePackType.Map)
        {
            return false;
        }

        context.Enter();
        count = reader.ReadMapHeader();
        return true;
    }

    private bool TryEnterArray(out int count)
    {
        count = 0;
        if (reader.NextMessagePackType != MessagePackType.Array)
        {
            return false;
        }

        context.Enter();
        count = reader.ReadArrayHeader();
        return true;
    }

    private static ChatRole RoleOf(string role) => role switch
    {
        "assistant" => ChatRole.Assistant,
        "user" => ChatRole.User,
        "tool" => ChatRole.Tool,
        "system" => ChatRole.System,
        _ => new ChatRole(role),
    };
}
