using System.Text.Json;

namespace Reenact.Cli.Tests;

/// <summary>An agent that asks a chat model, whose messages have the shape of chat messages, and looks at the clock.</summary>
public sealed partial class ChatAgent(ChatModel model)
{
    [Replayed]
    public partial Task<string> AskAsync();

    private async Task<string> AskCoreAsync()
    {
        _ = Deterministic.UtcNow;
        var answer = await model.CompleteAsync(JsonElement.Parse(
            """
            [
              {"role": "system", "contents": [{"$type": "text", "text": "You book flights, and say so in many words."}]},
              {"role": "user", "contents": [{"$type": "text", "text": "Yes, please proceed"}]}
            ]
            """));
        return answer.ToString();
    }
}

public sealed partial class ChatModel
{
    [Recorded(CallKind.Model)]
    public partial Task<JsonElement> CompleteAsync(JsonElement messages);

    private static async Task<JsonElement> CompleteCoreAsync(JsonElement messages)
    {
        await Task.Yield();
        return JsonElement.Parse(
            """{"messages": [{"role": "assistant", "contents": [{"$type": "functionCall", "name": "book", "arguments": {"user_id": "mia_li_3668"}}]}]}""");
    }
}
