using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI.Tests;

public class ContentTypeTests
{
    private sealed class BoardingPass : AIContent
    {
        public string Seat { get; set; } = "";
    }

    [Fact]
    public async Task An_unknown_kind_of_content_fails_with_its_remedy()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Recorded.FromAsync(new ScriptedChatClient("fine"), client =>
                client.GetResponseAsync([new ChatMessage(ChatRole.User, [new BoardingPass { Seat = "4A" }])])));

        Assert.Contains(nameof(BoardingPass), error.Message, StringComparison.Ordinal);
        Assert.Contains("AddAIContentType", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kind_of_content_that_the_options_know_comes_back()
    {
        var options = new JsonSerializerOptions(AIJsonUtilities.DefaultOptions);
        options.AddAIContentType<BoardingPass>("boardingPass");
        using var folder = new Recorded();
        var model = new ScriptedChatClient((_, messages) => new ChatResponse(messages[0]));
        ChatMessage[] request = [new(ChatRole.User, [new BoardingPass { Seat = "4A" }])];
        await using (Session.Record(folder.Path, new SessionInfo()))
        {
            await model.AsBuilder().UseReenact(options).Build().GetResponseAsync(request, null, TestContext.Current.CancellationToken);
        }

        var seat = "";
        using var replay = Session.Replay(folder.Path);
        await replay.RunAsync(async () =>
        {
            var response = await new OfflineChatClient().AsBuilder().UseReenact(options).Build().GetResponseAsync(request);
            seat = ((BoardingPass)response.Messages[0].Contents[0]).Seat;
        });

        Assert.Equal("4A", seat);
    }
}
