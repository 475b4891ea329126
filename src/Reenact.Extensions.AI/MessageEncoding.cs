using System.Buffers;
using MessagePack;
using Microsoft.Extensions.AI;
using Reenact.Values;

namespace Reenact.Extensions.AI;

/// <summary>Writes a message of a request.</summary>
internal static class MessageEncoding
{
    /// <summary>Writes it.</summary>
    /// <exception cref="InvalidOperationException">It can't be encoded, or is nested too deep.</exception>
    public static void Write(IBufferWriter<byte> target, ChatMessage message, ValueWriteContext values, ChatJson json)
    {
        var writer = new MessagePackWriter(target);
        if (json.IsKnown && DirectMessageWriter.CanWrite(message))
        {
            DirectMessageWriter.Write(ref writer, message, hasOrigin: false, values);
        }
        else
        {
            JsonToValue.Write(ref writer, json.Encode(WithoutOrigin(message)), values);
        }

        writer.Flush();
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
