using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI;

/// <summary>Takes the fingerprint of a message: of all that is recorded of it.</summary>
internal static class MessageFingerprint
{
    /// <summary>Takes it.</summary>
    /// <returns>False where part of the message may change without being noticed, or is another than was kept.</returns>
    public static bool TryTake<TSink>(ref TSink sink, ChatMessage message)
        where TSink : struct, IFingerprintSink, allows ref struct
    {
        if (message.GetType() != typeof(ChatMessage)
            || !sink.Add(message.Role.Value, 0)
            || !sink.Add(message.AuthorName, 0)
            || !TryTake(ref sink, message.AdditionalProperties))
        {
            return false;
        }

        var contents = message.Contents;
        var count = contents.Count;
        if (!sink.Add(null, count))
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            if (!TryTake(ref sink, contents[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryTake<TSink>(ref TSink sink, AIContent? content)
        where TSink : struct, IFingerprintSink, allows ref struct
    {
        if (content is not { Annotations: null } || !TryTake(ref sink, content.AdditionalProperties))
        {
            return false;
        }

        // Not what is derived of them, which may have more to say. Other kinds (data, citations, usage, ...) are rarely sent again and again.
        var type = content.GetType();
        if (!sink.Add(type, 0))
        {
            return false;
        }

        if (type == typeof(TextContent))
        {
            return sink.Add(((TextContent)content).Text, 0);
        }

        if (type == typeof(FunctionCallContent))
        {
            var call = (FunctionCallContent)content;
            return sink.Add(call.CallId, call.InformationalOnly ? 1 : 0) && sink.Add(call.Name, 0) && TryTake(ref sink, call.Arguments);
        }

        if (type == typeof(FunctionResultContent))
        {
            var result = (FunctionResultContent)content;
            return sink.Add(result.CallId, 0) && TryTakeValue(ref sink, result.Result);
        }

        if (type == typeof(TextReasoningContent))
        {
            var reasoning = (TextReasoningContent)content;
            return sink.Add(reasoning.Text, 0) && sink.Add(reasoning.ProtectedData, 0);
        }

        return false;
    }

    /// <summary>Named values, in their order.</summary>
    private static bool TryTake<TSink>(ref TSink sink, IDictionary<string, object?>? values)
        where TSink : struct, IFingerprintSink, allows ref struct
    {
        if (values is null)
        {
            return sink.Add(null, -1);
        }

        if (!sink.Add(null, values.Count))
        {
            return false;
        }

        switch (values)
        {
            case Dictionary<string, object?> dictionary:
                foreach (var (name, value) in dictionary)
                {
                    if (!sink.Add(name, 0) || !TryTakeValue(ref sink, value))
                    {
                        return false;
                    }
                }

                return true;

            case AdditionalPropertiesDictionary properties:
                foreach (var (name, value) in properties)
                {
                    if (!sink.Add(name, 0) || !TryTakeValue(ref sink, value))
                    {
                        return false;
                    }
                }

                return true;

            default:
                foreach (var (name, value) in values)
                {
                    if (!sink.Add(name, 0) || !TryTakeValue(ref sink, value))
                    {
                        return false;
                    }
                }

                return true;
        }
    }

    private static bool TryTakeValue<TSink>(ref TSink sink, object? value)
        where TSink : struct, IFingerprintSink, allows ref struct =>
        Fingerprint.IsUnchanging(value) && sink.Add(value, 0);
}
