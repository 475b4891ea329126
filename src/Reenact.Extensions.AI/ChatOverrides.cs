using Microsoft.Extensions.AI;
using Reenact.Shims;

namespace Reenact.Extensions.AI;

/// <summary>
/// Lets plans of replays override model calls with what their callers get: a <see cref="ChatResponse"/>, or for a streamed call one too, or its updates.
/// They become JSON and back for each call, since callers may change what they get.
/// </summary>
internal static class ChatOverrides
{
    public static void Register()
    {
        OverriddenResults.Add<ChatResponse, RecordedResult<ChatResponse>>(
            static response => new RecordedResult<ChatResponse>(ChatJson.Default.Encode(response), null),
            static result => result.Live ?? result.Served ?? ChatJson.Default.Decode<ChatResponse>(result.Json!));
        OverriddenResults.Add<IEnumerable<ChatResponseUpdate>, RecordedResult<StreamedResult>>(
            static updates => StreamedResult.Of(updates, ChatJson.Default),
            static result => StreamedResult.UpdatesOf(result.Json!, ChatJson.Default));
        OverriddenResults.Add<ChatResponse, RecordedResult<StreamedResult>>(
            static response => StreamedResult.Of(response.ToChatResponseUpdates(), ChatJson.Default),
            static result => StreamedResult.UpdatesOf(result.Json!, ChatJson.Default).ToChatResponse());
    }
}
