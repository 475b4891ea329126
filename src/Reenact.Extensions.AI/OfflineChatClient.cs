using Microsoft.Extensions.AI;

namespace Reenact;

/// <summary>
/// A chat client with no model behind it, for replays: <c>new OfflineChatClient().AsBuilder().UseReenact().Build()</c> answers
/// from the recording. A call that reaches it, because no replay is running, fails. Thread-safe.
/// </summary>
public sealed class OfflineChatClient : IChatClient
{
    /// <summary>Fails.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw NoModel();

    /// <summary>Fails.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw NoModel();

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && (serviceType == typeof(IChatClient) || serviceType == typeof(OfflineChatClient)) ? this : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private static InvalidOperationException NoModel() => new(
        "A model call reached an OfflineChatClient, which has no model behind it. Run the code inside replay.RunAsync, with " +
        "UseReenact() in the client's pipeline, or give it a real client.");
}
