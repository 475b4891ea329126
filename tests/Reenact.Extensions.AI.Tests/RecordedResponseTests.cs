using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI.Tests;

public class RecordedResponseTests
{
    private static readonly ChatMessage Question = new(ChatRole.User, "How far is the moon?");

    [Fact]
    public async Task A_response_is_served_without_a_model()
    {
        using var recorded = await Recorded.FromAsync(new ScriptedChatClient("384,400 km"), async client =>
            Assert.Equal("384,400 km", (await client.GetResponseAsync([Question])).Text));

        var text = "";
        await recorded.ReplayAsync(async client => text = (await client.GetResponseAsync([Question])).Text);

        Assert.Equal("384,400 km", text);
    }

    [Fact]
    public async Task Everything_that_is_data_comes_back()
    {
        var response = new ChatResponse(new ChatMessage(ChatRole.Assistant,
        [
            new TextReasoningContent("Hm.") { ProtectedData = "sealed" },
            new TextContent("Voilà ☕"),
            new FunctionCallContent("c1", "Fly", new Dictionary<string, object?> { ["to"] = "LIS", ["bags"] = 2, ["price"] = 1.5, ["note"] = null }),
            new DataContent(Enumerable.Range(0, 1000).Select(n => (byte)n).ToArray(), "image/png"),
            new UriContent("https://example.com/a.png", "image/png"),
            new ErrorContent("partly") { ErrorCode = "E1" },
        ])
        {
            AuthorName = "pilot",
            MessageId = "m-1",
            CreatedAt = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(2)),
        })
        {
            ResponseId = "r-1",
            ConversationId = "conv",
            ModelId = "model-2026",
            FinishReason = ChatFinishReason.ToolCalls,
            Usage = new UsageDetails { InputTokenCount = 10, OutputTokenCount = 5, TotalTokenCount = 15, CachedInputTokenCount = 3, AdditionalCounts = new() { ["audio"] = 7 } },
            AdditionalProperties = new() { ["region"] = "eu" },
        };
        using var recorded = await Recorded.FromAsync(new ScriptedChatClient((_, _) => response), client => client.GetResponseAsync([Question]));

        ChatResponse? served = null;
        await recorded.ReplayAsync(async client => served = await client.GetResponseAsync([Question]));

        Assert.Equal(Json(response), Json(served!));
        Assert.Equal(Enumerable.Range(0, 1000).Select(n => (byte)n).ToArray(), served!.Messages[0].Contents.OfType<DataContent>().Single().Data.ToArray());
    }

    [Fact]
    public async Task A_request_that_says_something_else_is_a_divergence()
    {
        using var recorded = await Recorded.FromAsync(new ScriptedChatClient("fine"), client => client.GetResponseAsync([Question]));

        var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() =>
            recorded.ReplayAsync(client => client.GetResponseAsync([new ChatMessage(ChatRole.User, "How far is the sun?")])));

        Assert.Contains("sun", divergence.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_changed_after_the_call_does_not_change_the_recording()
    {
        ChatMessage Fresh() => new(ChatRole.User, "Before");
        using var recorded = await Recorded.FromAsync(new ScriptedChatClient("fine"), async client =>
        {
            var message = Fresh();
            var call = client.GetResponseAsync([message]);
            message.Contents[0] = new TextContent("After");
            await call;
        });

        await recorded.ReplayAsync(client => client.GetResponseAsync([Fresh()]));
    }

    [Fact]
    public async Task Messages_that_can_be_enumerated_once_reach_the_model_and_the_recording()
    {
        static IEnumerable<ChatMessage> Once()
        {
            yield return Question;
        }

        IReadOnlyList<ChatMessage>? asked = null;
        var model = new ScriptedChatClient((_, messages) =>
        {
            asked = messages;
            return new ChatResponse(new ChatMessage(ChatRole.Assistant, "fine"));
        });
        using var recorded = await Recorded.FromAsync(model, client => client.GetResponseAsync(Once()));

        Assert.Equal(Question.Text, Assert.Single(asked!).Text);
        await recorded.ReplayAsync(client => client.GetResponseAsync([Question]));
    }

    [Fact]
    public async Task An_exception_of_the_model_comes_again()
    {
        using var recorded = await Recorded.FromAsync(
            new ScriptedChatClient((_, _) => throw new HttpRequestException("Too many requests", null, System.Net.HttpStatusCode.TooManyRequests)),
            client => Assert.ThrowsAsync<HttpRequestException>(() => client.GetResponseAsync([Question], null, TestContext.Current.CancellationToken)));

        HttpRequestException? again = null;
        await recorded.ReplayAsync(async client =>
            again = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetResponseAsync([Question], null, TestContext.Current.CancellationToken)));

        Assert.Equal("Too many requests", again!.Message);
    }

    [Fact]
    public async Task A_cancellation_comes_again()
    {
        static async Task CancelAsync(IChatClient client)
        {
            using var cancellation = new CancellationTokenSource();
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetResponseAsync([Question], null, cancellation.Token));
        }

        using var recorded = await Recorded.FromAsync(new ScriptedChatClient("never"), CancelAsync);

        await recorded.ReplayAsync(CancelAsync);
    }

    [Fact]
    public async Task Outside_a_session_a_call_is_the_inner_clients()
    {
        var model = new ScriptedChatClient("plain");
        var client = model.AsBuilder().UseReenact().Build();

        Assert.Equal("plain", (await client.GetResponseAsync([Question], null, TestContext.Current.CancellationToken)).Text);
        Assert.Equal(1, model.Calls);
    }

    [Fact]
    public async Task An_offline_client_outside_a_replay_says_what_to_do()
    {
        var client = new OfflineChatClient().AsBuilder().UseReenact().Build();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            client.GetResponseAsync([Question], null, TestContext.Current.CancellationToken));

        Assert.Contains("replay.RunAsync", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parallel_calls_are_served_their_own_responses()
    {
        static async Task<string[]> AskAsync(IChatClient client) =>
            [.. (await Task.WhenAll(Enumerable.Range(0, 16).Select(n => client.GetResponseAsync([new ChatMessage(ChatRole.User, $"Echo {n}")])))).Select(r => r.Text)];

        var model = new ScriptedChatClient((_, messages) => new ChatResponse(new ChatMessage(ChatRole.Assistant, messages[0].Text + "!")));
        string[] live = [], again = [];
        using var recorded = await Recorded.FromAsync(model, async client => live = await AskAsync(client));

        await recorded.ReplayAsync(async client => again = await AskAsync(client));

        Assert.Equal(live, again);
        Assert.Equal("Echo 7!", again[7]);
    }

    private static string Json(ChatResponse response) => JsonSerializer.Serialize(response, AIJsonUtilities.DefaultOptions);
}
