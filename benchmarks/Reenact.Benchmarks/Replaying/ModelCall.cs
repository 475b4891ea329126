using Microsoft.Extensions.AI;

namespace Reenact.Benchmarks.Replaying;

/// <summary>What an agent asked its model, and what that said.</summary>
internal sealed record ModelCall(ChatMessage[] Messages, ChatOptions? Options, ChatResponse Response);
