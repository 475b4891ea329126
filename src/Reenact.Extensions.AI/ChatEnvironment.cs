using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI;

/// <summary>States in the environment of a session which models and prompts its calls used, each once. Thread-safe.</summary>
internal sealed class ChatEnvironment
{
    private const string SystemPrompt = "system";
    private const string Instructions = "instructions";

    private readonly ConcurrentDictionary<(EnvironmentKind, string), bool> stated = [];

    // A prompt is long, and most often the same object at each turn: the last one need not be hashed.
    private string? lastSystemPrompt;
    private string? lastInstructions;
    private string? lastModel;
    private string? lastAnswering;

    /// <summary>States what a request shows.</summary>
    /// <param name="session">The session.</param>
    /// <param name="messages">The messages of the request.</param>
    /// <param name="known">How many of them, from the first on, an earlier request had.</param>
    /// <param name="options">Its options.</param>
    public void Add(ActiveSession session, IReadOnlyList<ChatMessage> messages, int known, ChatOptions? options)
    {
        for (var i = known; i < messages.Count; i++)
        {
            if (messages[i].Role == ChatRole.System)
            {
                AddPrompt(session, SystemPrompt, messages[i].Text, ref lastSystemPrompt);
            }
        }

        AddPrompt(session, Instructions, options?.Instructions, ref lastInstructions);
        AddModel(session, options?.ModelId, ref lastModel);
    }

    /// <summary>States which model answered, which can be another name than the one that was asked for.</summary>
    public static void AddModel(ActiveSession session, string? modelId)
    {
        var environment = EncodedRequests.Of(session).Environment;
        environment.AddModel(session, modelId, ref environment.lastAnswering);
    }

    private void AddModel(ActiveSession session, string? modelId, ref string? last)
    {
        if (IsNew(EnvironmentKind.Model, modelId, ref last))
        {
            session.RecordEnvironment(EnvironmentKind.Model, modelId!);
        }
    }

    private void AddPrompt(ActiveSession session, string name, string? prompt, ref string? last)
    {
        if (IsNew(EnvironmentKind.Prompt, prompt, ref last))
        {
            session.RecordEnvironment(EnvironmentKind.Prompt, name, version: null, prompt);
        }
    }

    private bool IsNew(EnvironmentKind kind, string? content, ref string? last)
    {
        if (string.IsNullOrEmpty(content) || content == last)
        {
            return false;
        }

        last = content;
        return stated.TryAdd((kind, content), true);
    }
}
