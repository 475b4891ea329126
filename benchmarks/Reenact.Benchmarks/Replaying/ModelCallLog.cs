using Microsoft.Extensions.AI;

namespace Reenact.Benchmarks.Replaying;

/// <summary>Keeps what goes through it.</summary>
internal sealed class ModelCallLog(IChatClient inner, List<ModelCall> calls) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = messages.ToArray();
        var response = await base.GetResponseAsync(asked, options, cancellationToken);
        calls.Add(new ModelCall(asked, options, response));
        return response;
    }
}
