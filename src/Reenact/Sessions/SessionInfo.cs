namespace Reenact;

/// <summary>Who runs what in a session. All of it is optional, and all of it is text that the host chooses. Immutable.</summary>
public sealed record SessionInfo
{
    /// <summary>The tenant on whose behalf the agent runs; keys and stores are kept apart by tenant.</summary>
    public string? Tenant { get; init; }

    /// <summary>The user on whose behalf the agent runs.</summary>
    public string? User { get; init; }

    /// <summary>The agent's name.</summary>
    public string? Agent { get; init; }

    /// <summary>The agent's version.</summary>
    public string? AgentVersion { get; init; }

    /// <summary>The conversation that the session belongs to.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The request that the session serves.</summary>
    public string? RequestId { get; init; }

    /// <summary>The caller's <c>traceparent</c> (W3C Trace Context).</summary>
    public string? TraceParent { get; init; }

    /// <summary>Anything else by which sessions are found.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}
