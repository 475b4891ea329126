using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI.Tests;

public class FunctionInvocationTests
{
    private static readonly ChatMessage Question = new(ChatRole.User, "What does Porto cost?");

    [Fact]
    public async Task Each_model_call_of_a_tool_loop_is_recorded_and_the_tool_runs_again()
    {
        var model = ToolLoop();
        var quotes = 0;
        using var recorded = await Recorded.FromAsync(model, client => client.GetResponseAsync([Question], Tools(() => quotes++)), WithFunctions);
        Assert.Equal(2, model.Calls);
        Assert.Equal(1, quotes);

        var text = "";
        await recorded.ReplayAsync(
            async client => text = (await client.GetResponseAsync([Question], Tools(() => quotes++))).Text, WithFunctions);

        Assert.Equal("It costs 240.", text);
        Assert.Equal(2, quotes);
    }

    [Fact]
    public async Task A_tool_that_answers_otherwise_on_replay_is_a_divergence()
    {
        using var recorded = await Recorded.FromAsync(ToolLoop(), client => client.GetResponseAsync([Question], Tools(() => { })), WithFunctions);

        var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() =>
            recorded.ReplayAsync(client => client.GetResponseAsync([Question], Tools(() => { }, price: 999)), WithFunctions));

        Assert.Contains("1998", divergence.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_and_times_that_the_pipeline_makes_itself_are_no_divergence()
    {
        // Streaming function invocation gives its tool messages a new id and the time; the next turn sends them.
        static async Task TwoTurnsAsync(IChatClient client)
        {
            List<ChatMessage> history = [Question];
            history.AddMessages(await client.GetStreamingResponseAsync(history, Tools(() => { })).ToListAsync());
            history.Add(new ChatMessage(ChatRole.User, "Thanks."));
            await client.GetResponseAsync(history, Tools(() => { }));
        }

        var model = new ScriptedChatClient((call, _) => call == 0 ? FunctionCall() : new ChatResponse(new ChatMessage(ChatRole.Assistant, "Fine.")));
        using var recorded = await Recorded.FromAsync(model, TwoTurnsAsync, WithFunctions);

        await recorded.ReplayAsync(TwoTurnsAsync, WithFunctions);
    }

    private static ChatClientBuilder WithFunctions(ChatClientBuilder builder) => builder.UseFunctionInvocation();

    private static ScriptedChatClient ToolLoop() => new((call, messages) =>
        call == 0
            ? FunctionCall()
            : new ChatResponse(new ChatMessage(ChatRole.Assistant, $"It costs {messages[^1].Contents.OfType<FunctionResultContent>().Single().Result}.")));

    private static ChatResponse FunctionCall() => new(new ChatMessage(
        ChatRole.Assistant, [new FunctionCallContent("c1", "Quote", new Dictionary<string, object?> { ["city"] = "Porto", ["nights"] = 2 })]));

    private static ChatOptions Tools(Action called, int price = 120) => new()
    {
        Tools =
        [
            AIFunctionFactory.Create(
                (string city, int nights) =>
                {
                    called();
                    return nights * price;
                },
                "Quote",
                "Quotes a price."),
        ],
    };
}
