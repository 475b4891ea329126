using Microsoft.Extensions.AI;

namespace Reenact.Benchmarks.Replaying;

/// <summary>A model that says in turn what was said before.</summary>
internal sealed class RepeatingModel(IReadOnlyList<ModelCall> calls) : IChatClient
{
    private int next;

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(calls[next++].Response);

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
