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
        var known = EncodedRequests.Of(session);
        var taken = known.Conversations.Take(messages, json, session);
        try
        {
            var conversation = taken.Conversation;
            known.Environment.Add(session, messages, conversation.Count, options);
            var writer = call.BeginArguments(Parameters.Length);
            AddNew(conversation, messages, call.Values);
            call.Write(ref writer, conversation.Messages, place: 0);
            if (options is null)
            {
                writer.WriteNil();
            }
            else if (known.Encode(ref writer, options, call.Values, json) is { } value)
            {
                call.Write(ref writer, value, place: 1);
            }

            return call.Start(ref writer);
        }
        finally
        {
            known.Conversations.Keep(taken);
        }
    }

    private static void AddNew(Conversation conversation, IReadOnlyList<ChatMessage> messages, ValueWriteContext values)
    {
        values.Enter();
        values.NoteContent(conversation.Messages.Content);
        for (var i = conversation.Count; i < messages.Count; i++)
        {
            conversation.Add(messages[i], values);
        }

        values.Leave();
    }
}
