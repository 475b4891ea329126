using MessagePack;
using Microsoft.Extensions.AI;
using Reenact.Shims;

namespace Reenact.Extensions.AI;

/// <summary>Writes what a model is asked as the arguments <c>messages</c> and <c>options</c> of a recorded call.</summary>
internal static class ChatRequestEncoding
{
    public static readonly string[] Parameters = ["messages", "options"];

    /// <summary>Starts a call. Nothing of the request is kept: whoever changes a message later doesn't change the recording.</summary>
    public static CallAction Start(ref RecordedCall call, ActiveSession session, IReadOnlyList<ChatMessage> messages, ChatOptions? options, ChatJson json)
    {
        var writer = call.BeginArguments(Parameters.Length);
        Write(ref writer, EncodedRequests.Of(session), messages, options, call.Values, json);
        return call.Start(ref writer);
    }

    /// <summary>Writes both arguments.</summary>
    public static void Write(
        ref MessagePackWriter writer, EncodedRequests known, IReadOnlyList<ChatMessage> messages, ChatOptions? options, ValueWriteContext values, ChatJson json)
    {
        values.Enter();
        writer.WriteArrayHeader(messages.Count);
        for (var i = 0; i < messages.Count; i++)
        {
            known.Write(ref writer, messages[i], values, json);
        }

        values.Leave();
        if (options is null)
        {
            writer.WriteNil();
        }
        else
        {
            known.Write(ref writer, options, values, json);
        }
    }
}
