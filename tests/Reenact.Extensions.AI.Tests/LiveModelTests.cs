using Microsoft.Extensions.AI;
using Reenact.Events;

namespace Reenact.Extensions.AI.Tests;

public class LiveModelTests
{
    private static readonly ChatMessage Question = new(ChatRole.User, "What does Porto cost?");

    [Fact]
    public async Task A_live_model_is_the_inner_client_and_its_answer_goes_to_the_code()
    {
        using var recorded = await Recorded.FromAsync(new ScriptedChatClient("240", "thanks"), AskTwiceAsync);

        var model = new ScriptedChatClient("240", "you're welcome");
        using var replay = Session.Replay(recorded.Path).Live(CallKind.Model);
        var report = await replay.RunAsync(() => AskTwiceAsync(Client(model)));

        Assert.Equal("240 you're welcome", report.Output);
        Assert.Equal(2, model.Calls);
        Assert.Equal([true, false], report.Live.Select(call => call.SameResult));
    }

    [Fact]
    public async Task A_live_model_streams()
    {
        using var recorded = await Recorded.FromAsync(new ScriptedChatClient("one two", "three"), StreamTwiceAsync);

        var model = new ScriptedChatClient("one two", "four");
        using var replay = Session.Replay(recorded.Path).Live(CallKind.Model);
        var report = await replay.RunAsync(() => StreamTwiceAsync(Client(model)));

        Assert.Equal("one two four", report.Output);
        Assert.Equal(2, model.Calls);
        Assert.Equal([true, false], report.Live.Select(call => call.SameResult));
    }

    [Fact]
    public async Task A_reader_that_stops_early_stops_a_live_stream()
    {
        static async Task<string> FirstAsync(IChatClient client)
        {
            await foreach (var update in client.GetStreamingResponseAsync(Question.Text))
            {
                return update.Text;
            }

            return "";
        }

        using var recorded = await Recorded.FromAsync(new ScriptedChatClient("one"), FirstAsync);

        using var replay = Session.Replay(recorded.Path).Live(CallKind.Model);

        Assert.Equal("two", (await replay.RunAsync(() => FirstAsync(Client(new ScriptedChatClient("two"))))).Output);
    }

    [Fact]
    public async Task Model_calls_are_overridden_by_responses_and_streamed_ones_by_updates()
    {
        using var recorded = await Recorded.FromAsync(new ScriptedChatClient("240", "thanks"), AskTwiceAsync);
        using (var replay = Session.Replay(recorded.Path).OverrideWith<ChatResponse>(
            "IChatClient.GetResponseAsync", call => new ChatResponse(new ChatMessage(ChatRole.Assistant, $"{call.Number}: {call.RecordedResult.Text}"))))
        {
            Assert.Equal("1: 240 2: thanks", (await replay.RunAsync(() => AskTwiceAsync(Client(new OfflineChatClient())))).Output);
        }

        using var streamed = await Recorded.FromAsync(new ScriptedChatClient("one two", "three"), StreamTwiceAsync);
        using (var replay = Session.Replay(streamed.Path).Override<IReadOnlyList<ChatResponseUpdate>>("GetStreamingResponseAsync", [new(ChatRole.Assistant, "no")]))
        {
            Assert.Equal("no no", (await replay.RunAsync(() => StreamTwiceAsync(Client(new OfflineChatClient())))).Output);
        }
    }

    [Fact]
    public async Task A_fork_with_a_live_model_says_which_models_answered_and_replays()
    {
        static ChatResponse Answer(string model, string text) => new(new ChatMessage(ChatRole.Assistant, text)) { ModelId = model };
        using var recorded = await Recorded.FromAsync(new ScriptedChatClient((call, _) => Answer("old", $"answer {call}")), AskTwiceAsync);
        long first;
        using (var recording = Recording.Open(recorded.Path))
        {
            first = recording.ReadEvents().OfType<CallReturnedEvent>().First().Sequence;
        }

        var path = $"{recorded.Path}.fork";
        using (var replay = Session.Replay(recorded.Path).ForkAt(first, path))
        {
            Assert.Equal("answer 0 new answer", (await replay.RunAsync(() => AskTwiceAsync(Client(new ScriptedChatClient((_, _) => Answer("new", "new answer")))))).Output);
        }

        using var again = Session.Replay(path);
        Assert.Equal(["old", "new"], again.Recording.ReadEvents().OfType<EnvironmentEvent>().Where(stated => stated.Environment == EnvironmentKind.Model).Select(stated => stated.Name));
        Assert.Equal([false, true], again.Recording.ReadEvents().OfType<CallStartedEvent>().Select(call => call.Live));
        Assert.Equal("answer 0 new answer", (await again.RunAsync(() => AskTwiceAsync(Client(new OfflineChatClient())))).Output);
    }

    private static IChatClient Client(IChatClient model) => model.AsBuilder().UseReenact().Build();

    private static async Task<string> AskTwiceAsync(IChatClient client)
    {
        var price = (await client.GetResponseAsync(Question)).Text;
        return $"{price} {(await client.GetResponseAsync($"So {price}.")).Text}";
    }

    private static async Task<string> StreamTwiceAsync(IChatClient client)
    {
        var first = (await client.GetStreamingResponseAsync(Question.Text).ToListAsync()).ToChatResponse().Text;
        return $"{first} {(await client.GetStreamingResponseAsync($"So {first}.").ToListAsync()).ToChatResponse().Text}";
    }
}
