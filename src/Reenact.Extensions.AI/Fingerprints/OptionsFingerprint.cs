using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI;

/// <summary>Takes the fingerprint of options: of all that is recorded of them.</summary>
internal static class OptionsFingerprint
{
    /// <summary>Takes it.</summary>
    /// <returns>False where part of the options may change without being noticed.</returns>
    public static bool TryTake(Fingerprint fingerprint, ChatOptions options, ChatJson json)
    {
        if (options.ContinuationToken is not null || !fingerprint.TryAdd(options.AdditionalProperties))
        {
            return false;
        }

        fingerprint.Add(json);
        fingerprint.Add(options.ModelId);
        fingerprint.Add(options.Instructions);
        fingerprint.Add(options.ConversationId);
        fingerprint.Add(options.Temperature);
        fingerprint.Add(options.TopP);
        fingerprint.Add(options.TopK);
        fingerprint.Add(options.MaxOutputTokens);
        fingerprint.Add(options.FrequencyPenalty);
        fingerprint.Add(options.PresencePenalty);
        fingerprint.Add(options.Seed);
        fingerprint.Add(Flag(options.AllowMultipleToolCalls));
        fingerprint.Add(Flag(options.AllowBackgroundResponses));
        fingerprint.Add(options.ResponseFormat);
        fingerprint.Add(options.ToolMode);
        AddTexts(fingerprint, options.StopSequences);
        AddTools(fingerprint, options.Tools);
        return TryAdd(fingerprint, options.Reasoning);
    }

    private static long? Flag(bool? flag) => flag is { } known ? (known ? 1 : 0) : null;

    private static bool TryAdd(Fingerprint fingerprint, ReasoningOptions? reasoning)
    {
        fingerprint.Add(reasoning?.GetType());
        fingerprint.Add((long?)reasoning?.Effort);
        fingerprint.Add((long?)reasoning?.Output);
        return reasoning is null || reasoning.GetType() == typeof(ReasoningOptions);
    }

    private static void AddTexts(Fingerprint fingerprint, IList<string>? texts)
    {
        fingerprint.Add(texts?.Count ?? -1L);
        for (var i = 0; i < texts?.Count; i++)
        {
            fingerprint.Add(texts[i]);
        }
    }

    private static void AddTools(Fingerprint fingerprint, IList<AITool>? tools)
    {
        fingerprint.Add(tools?.Count ?? -1L);
        for (var i = 0; i < tools?.Count; i++)
        {
            var tool = tools[i];
            fingerprint.Add(tool.Name);
            fingerprint.Add(tool.Description);
            if (tool is AIFunctionDeclaration function)
            {
                fingerprint.Add(typeof(AIFunctionDeclaration));
                fingerprint.Add(function.JsonSchema);
                fingerprint.Add(function.ReturnJsonSchema);
                continue;
            }

            fingerprint.Add(tool.GetType());
            if (tool is HostedMcpServerTool server)
            {
                fingerprint.Add(server.ServerName);
                fingerprint.Add(server.ServerAddress);
            }
        }
    }
}
