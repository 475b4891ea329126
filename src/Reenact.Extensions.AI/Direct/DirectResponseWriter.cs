using MessagePack;
using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI;

#pragma warning disable MEAI001 // Counts of audio and text tokens may go from the library: DirectForm sees that, and none of this is used then.
/// <summary>Writes responses as they are recorded by way of their library's JSON, byte for byte, without the JSON.</summary>
internal static class DirectResponseWriter
{
    /// <summary>Whether a response can be written so. Others go by way of JSON.</summary>
    public static bool CanWrite(ChatResponse response)
    {
        if (response.GetType() != typeof(ChatResponse) || response.ContinuationToken is not null
            || !DirectMembers.ArePlain(response.AdditionalProperties)
            || (response.Usage is { } usage && (usage.GetType() != typeof(UsageDetails) || usage.AdditionalCounts is not null)))
        {
            return false;
        }

        var messages = response.Messages;
        for (var i = 0; i < messages.Count; i++)
        {
            if (!DirectMessageWriter.CanWrite(messages[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Writes a response that <see cref="CanWrite"/> says can be written so.</summary>
    public static void Write(ref MessagePackWriter writer, ChatResponse response, ValueWriteContext values)
    {
        var messages = response.Messages;
        var count = messages.Count;
        values.Enter();
        writer.WriteMapHeader(1 + Count(response.ResponseId) + Count(response.ConversationId) + Count(response.ModelId) + (response.CreatedAt is null ? 0 : 1)
            + (response.FinishReason is null ? 0 : 1) + Count(response.Usage) + Count(response.AdditionalProperties));
        writer.WriteString("messages"u8);
        values.Enter();
        writer.WriteArrayHeader(count);
        for (var i = 0; i < count; i++)
        {
            DirectMessageWriter.Write(ref writer, messages[i], hasOrigin: true, values);
        }

        values.Leave();
        DirectMembers.Text(ref writer, "responseId"u8, response.ResponseId, values);
        DirectMembers.Text(ref writer, "conversationId"u8, response.ConversationId, values);
        DirectMembers.Text(ref writer, "modelId"u8, response.ModelId, values);
        DirectMembers.Time(ref writer, "createdAt"u8, response.CreatedAt);
        DirectMembers.Text(ref writer, "finishReason"u8, response.FinishReason?.Value, values);
        if (response.Usage is { } usage)
        {
            writer.WriteString("usage"u8);
            Write(ref writer, usage, values);
        }

        DirectMembers.Named(ref writer, "additionalProperties"u8, response.AdditionalProperties, values);
        values.Leave();
    }

    private static void Write(ref MessagePackWriter writer, UsageDetails usage, ValueWriteContext values)
    {
        values.Enter();
        writer.WriteMapHeader(Count(usage.InputTokenCount) + Count(usage.OutputTokenCount) + Count(usage.TotalTokenCount) + Count(usage.CachedInputTokenCount)
            + Count(usage.ReasoningTokenCount) + Count(usage.InputAudioTokenCount) + Count(usage.InputTextTokenCount) + Count(usage.OutputAudioTokenCount) + Count(usage.OutputTextTokenCount));
        DirectMembers.Number(ref writer, "inputTokenCount"u8, usage.InputTokenCount);
        DirectMembers.Number(ref writer, "outputTokenCount"u8, usage.OutputTokenCount);
        DirectMembers.Number(ref writer, "totalTokenCount"u8, usage.TotalTokenCount);
        DirectMembers.Number(ref writer, "cachedInputTokenCount"u8, usage.CachedInputTokenCount);
        DirectMembers.Number(ref writer, "reasoningTokenCount"u8, usage.ReasoningTokenCount);
        DirectMembers.Number(ref writer, "inputAudioTokenCount"u8, usage.InputAudioTokenCount);
        DirectMembers.Number(ref writer, "inputTextTokenCount"u8, usage.InputTextTokenCount);
        DirectMembers.Number(ref writer, "outputAudioTokenCount"u8, usage.OutputAudioTokenCount);
        DirectMembers.Number(ref writer, "outputTextTokenCount"u8, usage.OutputTextTokenCount);
        values.Leave();
    }

    private static int Count(object? member) => member is null ? 0 : 1;

    private static int Count(long? member) => member is null ? 0 : 1;
}
