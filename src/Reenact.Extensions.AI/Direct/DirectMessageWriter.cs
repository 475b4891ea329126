using MessagePack;
using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI;

/// <summary>Writes messages as they are recorded by way of their library's JSON, byte for byte, without the JSON.</summary>
internal static class DirectMessageWriter
{
    /// <summary>Whether a message can be written so: one of text, reasoning, function calls and results, and plain values. Others go by way of JSON.</summary>
    public static bool CanWrite(ChatMessage message)
    {
        if (message.GetType() != typeof(ChatMessage) || !DirectMembers.ArePlain(message.AdditionalProperties))
        {
            return false;
        }

        var contents = message.Contents;
        for (var i = 0; i < contents.Count; i++)
        {
            if (!CanWrite(contents[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Writes a message.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="message">A message that <see cref="CanWrite(ChatMessage)"/> says can be written so.</param>
    /// <param name="hasOrigin">Whether to write its id and when it was made, too.</param>
    /// <param name="values">What codecs need beside the writer.</param>
    public static void Write(ref MessagePackWriter writer, ChatMessage message, bool hasOrigin, ValueWriteContext values)
    {
        var time = hasOrigin ? message.CreatedAt : null;
        var id = hasOrigin ? message.MessageId : null;
        var (author, properties, contents) = (message.AuthorName, message.AdditionalProperties, message.Contents);
        var count = contents.Count; // All is read once: other code may change the message meanwhile, but not what is counted here.
        values.Enter();
        writer.WriteMapHeader(2 + Count(author) + Count(time) + Count(id) + Count(properties));
        DirectMembers.Text(ref writer, "authorName"u8, author, values);
        DirectMembers.Time(ref writer, "createdAt"u8, time);
        DirectMembers.Text(ref writer, "role"u8, message.Role.Value, values);
        writer.WriteString("contents"u8);
        values.Enter();
        writer.WriteArrayHeader(count);
        for (var i = 0; i < count; i++)
        {
            Write(ref writer, contents[i], values);
        }

        values.Leave();
        DirectMembers.Text(ref writer, "messageId"u8, id, values);
        DirectMembers.Named(ref writer, "additionalProperties"u8, properties, values);
        values.Leave();
    }

    private static bool CanWrite(AIContent? content)
    {
        if (content is not { Annotations: null } || !DirectMembers.ArePlain(content.AdditionalProperties))
        {
            return false;
        }

        var type = content.GetType();
        return type == typeof(TextContent) || type == typeof(TextReasoningContent)
            || (type == typeof(FunctionCallContent) && DirectMembers.ArePlain(((FunctionCallContent)content).Arguments))
            || (type == typeof(FunctionResultContent) && DirectMembers.IsPlain(((FunctionResultContent)content).Result));
    }

    private static void Write(ref MessagePackWriter writer, AIContent content, ValueWriteContext values)
    {
        var properties = content.AdditionalProperties;
        var more = 1 + Count(properties);
        values.Enter();
        switch (content)
        {
            case TextContent text:
                Begin(ref writer, "text"u8, 1 + more);
                DirectMembers.Text(ref writer, "text"u8, text.Text, values);
                break;

            case TextReasoningContent reasoning:
                var secret = reasoning.ProtectedData;
                Begin(ref writer, "reasoning"u8, 1 + Count(secret) + more);
                DirectMembers.Text(ref writer, "text"u8, reasoning.Text, values);
                DirectMembers.Text(ref writer, "protectedData"u8, secret, values);
                break;

            case FunctionCallContent call:
                var arguments = call.Arguments;
                Begin(ref writer, "functionCall"u8, 3 + Count(arguments) + more);
                DirectMembers.Text(ref writer, "name"u8, call.Name, values);
                DirectMembers.Named(ref writer, "arguments"u8, arguments, values);
                writer.WriteString("informationalOnly"u8);
                writer.Write(call.InformationalOnly);
                DirectMembers.Text(ref writer, "callId"u8, call.CallId, values);
                break;

            case FunctionResultContent result:
                var known = result.Result;
                Begin(ref writer, "functionResult"u8, 1 + Count(known) + more);
                if (known is not null)
                {
                    writer.WriteString("result"u8);
                    DirectMembers.Value(ref writer, known, values);
                }

                DirectMembers.Text(ref writer, "callId"u8, result.CallId, values);
                break;
        }

        DirectMembers.Named(ref writer, "additionalProperties"u8, properties, values);
        values.Leave();
    }

    private static void Begin(ref MessagePackWriter writer, ReadOnlySpan<byte> type, int members)
    {
        writer.WriteMapHeader(members);
        writer.WriteString("$type"u8);
        writer.WriteString(type);
    }

    private static int Count(object? member) => member is null ? 0 : 1;

    private static int Count(DateTimeOffset? member) => member is null ? 0 : 1;
}
