using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI.Tests;

/// <summary>A model that answers from a script and remembers what it was asked.</summary>
internal sealed class ScriptedChatClient(Func<int, IReadOnlyList<ChatMessage>, ChatResponse> answer) : IChatClient
{
    private int calls;

    public ScriptedChatClient(params string[] answers)
        : this((call, _) => new ChatResponse(new ChatMessage(ChatRole.Assistant, answers[call])))
    {
    }

    public int Calls => Volatile.Read(ref calls);

    /// <summary>Updates of a stream are made of the answer, unless this makes them.</summary>
    public Func<int, CancellationToken, IAsyncEnumerable<ChatResponseUpdate>>? Stream { get; init; }

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var call = Interlocked.Increment(ref calls) - 1;
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return answer(call, [.. messages]);
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var call = Interlocked.Increment(ref calls) - 1;
        var updates = Stream is null ? answer(call, [.. messages]).ToChatResponseUpdates().ToAsyncEnumerable() : Stream(call, cancellationToken);
        await foreach (var update in updates.WithCancellation(cancellationToken))
        {
            await Task.Yield();
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
