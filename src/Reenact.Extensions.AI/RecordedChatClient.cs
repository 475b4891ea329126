using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Reenact.Sessions;
using Reenact.Shims;
using Reenact.Values;

namespace Reenact.Extensions.AI;

/// <summary>Records model calls and serves them on replay, as emitted code does for methods. Thread-safe if the inner client is.</summary>
internal sealed class RecordedChatClient(IChatClient innerClient, ChatJson json) : DelegatingChatClient(innerClient)
{
    // The signatures stand for (messages, options) -> response and -> stream; a change of what is written changes them.
    private static readonly RecordedMethod Response =
        new("IChatClient.GetResponseAsync", CallKind.Model, ChatRequestEncoding.Parameters, 0x5245_454E_4348_0001);

    private static readonly RecordedMethod Stream =
        new("IChatClient.GetStreamingResponseAsync", CallKind.Model, ChatRequestEncoding.Parameters, 0x5245_454E_4348_0002);

    static RecordedChatClient() => ChatOverrides.Register();

    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        if (!RecordedCall.TryEnter(Response, out var call))
        {
            return InnerClient.GetResponseAsync(messages, options, cancellationToken);
        }

        var session = call.Session;
        var request = AsList(messages);
        if (ChatRequestEncoding.Start(ref call, session, request, options, json) == CallAction.Serve)
        {
            return ResponseOfAsync(session, json.IsKnown
                ? call.ServeTask<RecordedResult<ChatResponse>, RecordedResponseCodec>(cancellationToken)
                : call.ServeTask<RecordedResult<ChatResponse>, RecordedResultCodec<ChatResponse>>(cancellationToken));
        }

        Task<ChatResponse> answer;
        try
        {
            answer = InnerClient.GetResponseAsync(request, options, cancellationToken);
        }
        catch (Exception exception)
        {
            call.Fail(exception);
            throw;
        }

        if (answer is { IsCompletedSuccessfully: true, Result: { } response } && !session.IsReplay && json.IsKnown && DirectResponseWriter.CanWrite(response))
        {
            ChatEnvironment.AddModel(session, response.ModelId);
            call.Return<RecordedResult<ChatResponse>, RecordedResponseCodec>(new RecordedResult<ChatResponse>(null, response));
            return answer;
        }

        return ResponseOfAsync(session, call.ReturnTask<RecordedResult<ChatResponse>, RecordedResultCodec<ChatResponse>>(EncodeAsync(session, answer)));
    }

    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return Session.Current is null
            ? InnerClient.GetStreamingResponseAsync(messages, options, cancellationToken)
            : RecordedStreamAsync(messages, options, cancellationToken);
    }

    private async IAsyncEnumerable<ChatResponseUpdate> RecordedStreamAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var updates = RecordedCall.TryEnter(Stream, out var call)
            ? Begin(ref call, AsList(messages), options, cancellationToken)
            : InnerClient.GetStreamingResponseAsync(messages, options, cancellationToken);
        await foreach (var update in updates.ConfigureAwait(false))
        {
            yield return update;
        }
    }

    /// <summary>Starts the one recorded call that a stream is.</summary>
    private IAsyncEnumerable<ChatResponseUpdate> Begin(
        ref RecordedCall call, IReadOnlyList<ChatMessage> request, ChatOptions? options, CancellationToken cancellationToken)
    {
        var session = call.Session;
        if (ChatRequestEncoding.Start(ref call, session, request, options, json) == CallAction.Serve)
        {
            return StreamedResult.ServeAsync(session, call.ServeTask<RecordedResult<StreamedResult>, RecordedResultCodec<StreamedResult>>(cancellationToken), json);
        }

        // A replay knows when the call ended, but not when which update came between other calls. Where a session promises to be
        // exact, its code gets the updates as it will on replay.
        var handover = new StreamHandover(whenEnded: session.IsScheduled);
        var result = StreamedResult.CollectAsync(
            session, handover, () => InnerClient.GetStreamingResponseAsync(request, options, cancellationToken), json);
        return handover.UpdatesAsync(call.ReturnTask<RecordedResult<StreamedResult>, RecordedResultCodec<StreamedResult>>(result));
    }

    /// <summary>Encodes a response before anyone can change it.</summary>
    private async Task<RecordedResult<ChatResponse>> EncodeAsync(ActiveSession session, Task<ChatResponse> answer)
    {
        var response = await answer.ConfigureAwait(false);
        ChatEnvironment.AddModel(session, response.ModelId);
        return json.IsKnown && DirectResponseWriter.CanWrite(response)
            ? new RecordedResult<ChatResponse>(null, response, Encode(session, response))
            : new RecordedResult<ChatResponse>(json.Encode(response), response);
    }

    private static EncodedJson Encode(ActiveSession session, ChatResponse response)
    {
        var encoder = EventEncoder.Rent(session);
        var writer = encoder.Writer("result");
        var before = encoder.Values.WrittenContent;
        encoder.Values.Enter(); // So that what it refers to is counted up to its end.
        DirectResponseWriter.Write(ref writer, response, encoder.Values);
        var content = encoder.Values.WrittenContent - before;
        encoder.Values.Leave();
        writer.Flush();
        var encoded = EncodedJson.Of(encoder.Written, content);
        encoder.Return();
        return encoded;
    }

    private async Task<ChatResponse> ResponseOfAsync(ActiveSession session, Task<RecordedResult<ChatResponse>> answer)
    {
        var result = await answer.ConfigureAwait(false);
        if (result.Live is { } live)
        {
            return live;
        }

        var served = result.Served ?? json.Decode<ChatResponse>(result.Json!);
        ChatEnvironment.AddModel(session, served.ModelId);
        return served;
    }

    /// <summary>What can be enumerated again: once for the recording, once for the inner client.</summary>
    private static IReadOnlyList<ChatMessage> AsList(IEnumerable<ChatMessage> messages) =>
        messages as IReadOnlyList<ChatMessage> ?? [.. messages];
}
