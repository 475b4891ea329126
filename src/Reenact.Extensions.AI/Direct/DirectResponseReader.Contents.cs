using System.Text.Json;
using MessagePack;
using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI;

/// <content>The contents of a message, and the usage of tokens.</content>
internal ref partial struct DirectResponseReader
{
    private List<AIContent>? Contents()
    {
        if (!TryEnterArray(out var count))
        {
            return null;
        }

        var contents = new List<AIContent>(Math.Min(count, 16));
        for (; count > 0; count--)
        {
            if (Content() is not { } content)
            {
                return null;
            }

            contents.Add(content);
        }

        context.Leave();
        return contents;
    }

    private AIContent? Content()
    {
        if (!TryEnterMap(out var members) || members == 0 || !reader.TryReadStringSpan(out var name) || !name.SequenceEqual("$type"u8) || !reader.TryReadStringSpan(out var type))
        {
            return null;
        }

        var isText = type.SequenceEqual("text"u8);
        var isReasoning = type.SequenceEqual("reasoning"u8);
        var isCall = type.SequenceEqual("functionCall"u8);
        var isResult = type.SequenceEqual("functionResult"u8);
        string? text = null, protectedData = null, callId = null, function = null;
        object? result = null;
        Dictionary<string, object?>? arguments = null;
        AdditionalPropertiesDictionary? properties = null;
        var isInformational = false;
        while (--members > 0)
        {
            if (!reader.TryReadStringSpan(out name))
            {
                return null;
            }

            if ((isText || isReasoning) && name.SequenceEqual("text"u8))
            {
                text = context.ReadText(ref reader);
            }
            else if (isReasoning && name.SequenceEqual("protectedData"u8))
            {
                protectedData = context.ReadText(ref reader);
            }
            else if ((isCall || isResult) && name.SequenceEqual("callId"u8))
            {
                callId = context.ReadText(ref reader);
            }
            else if (isCall && name.SequenceEqual("name"u8))
            {
                function = context.ReadText(ref reader);
            }
            else if (isCall && name.SequenceEqual("informationalOnly"u8))
            {
                isInformational = reader.ReadBoolean();
            }
            else if (isCall && name.SequenceEqual("arguments"u8) && TryEnterMap(out var count))
            {
                arguments = [];
                Named(arguments, count);
            }
            else if (isResult && name.SequenceEqual("result"u8))
            {
                result = Value();
            }
            else if (name.SequenceEqual("additionalProperties"u8) && TryEnterMap(out count))
            {
                properties = [];
                Named(properties, count);
            }
            else
            {
                return null;
            }
        }

        context.Leave();
        AIContent? content = isText ? new TextContent(text)
            : isReasoning ? new TextReasoningContent(text) { ProtectedData = protectedData }
            : isCall && callId is not null && function is not null ? new FunctionCallContent(callId, function, arguments) { InformationalOnly = isInformational }
            : isResult && callId is not null ? new FunctionResultContent(callId, result)
            : null;
        if (content is not null && properties is not null)
        {
            content.AdditionalProperties = properties;
        }

        return content;
    }

    private UsageDetails? Usage()
    {
        if (!TryEnterMap(out var members))
        {
            return null;
        }

        var usage = new UsageDetails();
        for (; members > 0; members--)
        {
            if (!reader.TryReadStringSpan(out var name))
            {
                return null;
            }

            var isSet = name.SequenceEqual("inputTokenCount"u8) ? (usage.InputTokenCount = reader.ReadInt64()) is not null
                : name.SequenceEqual("outputTokenCount"u8) ? (usage.OutputTokenCount = reader.ReadInt64()) is not null
                : name.SequenceEqual("totalTokenCount"u8) ? (usage.TotalTokenCount = reader.ReadInt64()) is not null
                : name.SequenceEqual("cachedInputTokenCount"u8) ? (usage.CachedInputTokenCount = reader.ReadInt64()) is not null
                : name.SequenceEqual("reasoningTokenCount"u8) && (usage.ReasoningTokenCount = reader.ReadInt64()) is not null;
            if (!isSet)
            {
                return null;
            }
        }

        context.Leave();
        return usage;
    }
}
