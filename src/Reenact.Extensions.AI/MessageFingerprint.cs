using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI;

/// <summary>Takes the fingerprint of a message: of all that is recorded of it.</summary>
internal static class MessageFingerprint
{
    /// <summary>Takes it.</summary>
    /// <returns>False where part of the message may change without being noticed.</returns>
    public static bool TryTake(Fingerprint fingerprint, ChatMessage message, ChatJson json)
    {
        if (message.GetType() != typeof(ChatMessage))
        {
            return false;
        }

        fingerprint.Add(json);
        fingerprint.Add(message.Role.Value);
        fingerprint.Add(message.AuthorName);
        if (!fingerprint.TryAdd(message.AdditionalProperties))
        {
            return false;
        }

        var contents = message.Contents;
        fingerprint.Add((long)contents.Count);
        for (var i = 0; i < contents.Count; i++)
        {
            if (!TryTake(fingerprint, contents[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryTake(Fingerprint fingerprint, AIContent? content)
    {
        if (content is not { Annotations: null } || !fingerprint.TryAdd(content.AdditionalProperties))
        {
            return false;
        }

        // Not what is derived of them, which may have more to say. Other kinds (data, citations, usage, ...) are rarely sent again and again.
        var type = content.GetType();
        fingerprint.Add(type);
        if (type == typeof(TextContent))
        {
            fingerprint.Add(((TextContent)content).Text);
            return true;
        }

        if (type == typeof(FunctionCallContent))
        {
            var call = (FunctionCallContent)content;
            fingerprint.Add(call.CallId);
            fingerprint.Add(call.Name);
            fingerprint.Add(call.InformationalOnly ? 1L : 0);
            return fingerprint.TryAdd(call.Arguments);
        }

        if (type == typeof(FunctionResultContent))
        {
            var result = (FunctionResultContent)content;
            fingerprint.Add(result.CallId);
            return fingerprint.TryAdd(result.Result);
        }

        if (type == typeof(TextReasoningContent))
        {
            var reasoning = (TextReasoningContent)content;
            fingerprint.Add(reasoning.Text);
            fingerprint.Add(reasoning.ProtectedData);
            return true;
        }

        return false;
    }
}
