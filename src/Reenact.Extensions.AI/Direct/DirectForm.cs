using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI;

/// <summary>Whether the library's JSON has the members that are written and read here without it: a later version of it may have more.</summary>
internal static class DirectForm
{
    private static readonly (Type Type, string Members)[] Known =
    [
        (typeof(ChatResponse), "messages text responseId conversationId modelId createdAt finishReason usage continuationToken rawRepresentation additionalProperties"),
        (typeof(ChatMessage), "authorName createdAt role text contents messageId rawRepresentation additionalProperties"),
        (typeof(TextContent), "text annotations rawRepresentation additionalProperties"),
        (typeof(TextReasoningContent), "text protectedData annotations rawRepresentation additionalProperties"),
        (typeof(FunctionCallContent), "name arguments exception informationalOnly callId annotations rawRepresentation additionalProperties"),
        (typeof(FunctionResultContent), "result exception callId annotations rawRepresentation additionalProperties"),
        (typeof(UsageDetails), "inputTokenCount outputTokenCount totalTokenCount cachedInputTokenCount reasoningTokenCount inputAudioTokenCount inputTextTokenCount outputAudioTokenCount outputTextTokenCount additionalCounts"),
    ];

    /// <summary>Whether it has.</summary>
    public static bool IsKnown { get; } = Known.All(known => MembersOf(known.Type) == known.Members);

    private static string MembersOf(Type type) => string.Join(' ', AIJsonUtilities.DefaultOptions.GetTypeInfo(type).Properties.Select(property => property.Name));
}
