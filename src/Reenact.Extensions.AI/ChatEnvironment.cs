using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI;

/// <summary>States in the environment of a session which models and prompts its calls used, each once. Thread-safe.</summary>
internal static class ChatEnvironment
{
    private const string SystemPrompt = "system";
    private const string Instructions = "instructions";

    private static readonly ConditionalWeakTable<ActiveSession, ConcurrentDictionary<(EnvironmentKind, string), bool>> Stated = [];

    /// <summary>States what a request shows.</summary>
    public static void Add(ActiveSession session, IReadOnlyList<ChatMessage> messages, ChatOptions? options)
    {
        foreach (var message in messages)
        {
            if (message.Role == ChatRole.System)
            {
                AddPrompt(session, SystemPrompt, message.Text);
            }
        }

        AddPrompt(session, Instructions, options?.Instructions);
        AddModel(session, options?.ModelId);
    }

    /// <summary>States which model answered, which can be another name than the one that was asked for.</summary>
    public static void AddModel(ActiveSession session, string? modelId)
    {
        if (!string.IsNullOrEmpty(modelId) && IsNew(session, EnvironmentKind.Model, modelId))
        {
            session.RecordEnvironment(EnvironmentKind.Model, modelId);
        }
    }

    private static void AddPrompt(ActiveSession session, string name, string? prompt)
    {
        if (!string.IsNullOrEmpty(prompt) && IsNew(session, EnvironmentKind.Prompt, prompt))
        {
            session.RecordEnvironment(EnvironmentKind.Prompt, name, version: null, prompt);
        }
    }

    private static bool IsNew(ActiveSession session, EnvironmentKind kind, string content) =>
        Stated.GetOrCreateValue(session).TryAdd((kind, content), true);
}
