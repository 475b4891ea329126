using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AirlineAgent.Transcripts;

/// <summary>A model that says what the model of a transcript said, whatever it is asked.</summary>
/// <param name="transcript">The transcript.</param>
/// <param name="modelId">The model's name, if it is known.</param>
public sealed class TranscriptModel(Transcript transcript, string? modelId = null) : IChatClient
{
    private readonly Queue<TranscriptMessage> messages = new(transcript.Messages.Where(message => message.Role == "assistant"));

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        this.messages.TryDequeue(out var next)
            ? Task.FromResult(new ChatResponse(Message(next)) { ModelId = modelId })
            : throw new InvalidOperationException("The model says no more in this transcript.");

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken);
        foreach (var update in response.ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private static ChatMessage Message(TranscriptMessage message)
    {
        var contents = new List<AIContent>();
        if (!string.IsNullOrEmpty(message.Content))
            contents.Add(new TextContent(message.Content));
        foreach (var call in message.ToolCalls ?? [])
            contents.Add(new FunctionCallContent(call.Id, call.Function.Name, Arguments(call.Function)));
        return new ChatMessage(ChatRole.Assistant, contents);
    }

    private static Dictionary<string, object?> Arguments(TranscriptFunction function) =>
        JsonSerializer.Deserialize(function.Arguments, TranscriptJson.Default.DictionaryStringJsonElement)!
            .ToDictionary(argument => argument.Key, argument => (object?)argument.Value);
}
