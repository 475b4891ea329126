namespace AirlineAgent.Transcripts;

/// <summary>A message as OpenAI's chat completions write it.</summary>
public sealed record TranscriptMessage
{
    /// <summary><c>system</c>, <c>user</c>, <c>assistant</c> or <c>tool</c>.</summary>
    public required string Role { get; init; }

    public string? Content { get; init; }

    public IReadOnlyList<TranscriptToolCall>? ToolCalls { get; init; }

    /// <summary>Which call a tool's message answers.</summary>
    public string? ToolCallId { get; init; }

    /// <summary>Which tool a tool's message comes from.</summary>
    public string? Name { get; init; }
}
