using MessagePack;
using Microsoft.Extensions.AI;
using Reenact.Shims;

namespace Reenact.Extensions.AI;

/// <summary>Writes what a model is asked as the arguments <c>messages</c> and <c>options</c> of a recorded call.</summary>
internal static class ChatRequestEncoding
{
    public static readonly string[] Parameters = ["messages", "options"];

    /// <summary>Starts a call. Nothing of the request is kept: whoever changes a message later doesn't change the recording.</summary>
    public static CallAction Start(ref RecordedCall call, IReadOnlyList<ChatMessage> messages, ChatOptions? options, ChatJson json)
    {
        var writer = call.BeginArguments(Parameters.Length);
        var values = call.Values;
        values.Enter();
        writer.WriteArrayHeader(messages.Count);
        foreach (var message in messages)
        {
            JsonValue.Write(ref writer, json.Encode(WithoutOrigin(message)), values);
        }

        values.Leave();
        if (options is null)
        {
            writer.WriteNil();
        }
        else
        {
            JsonValue.Write(ref writer, ChatOptionsJson.Encode(options, json).Span, values);
        }

        return call.Start(ref writer);
    }

    /// <summary>
    /// Leaves out when a message was made and its id. Neither is anything the model is asked, clients in the pipeline make them
    /// from the clock and at random (function invocation does, when streaming), and those of responses are in the responses.
    /// </summary>
    private static ChatMessage WithoutOrigin(ChatMessage message)
    {
        if (message.MessageId is null && message.CreatedAt is null)
        {
            return message;
        }

        var copy = message.Clone();
        copy.MessageId = null;
        copy.CreatedAt = null;
        return copy;
    }
}
