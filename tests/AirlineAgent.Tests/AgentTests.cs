using System.Text.Json;
using AirlineAgent.Agent;
using AirlineAgent.Data;
using AirlineAgent.Tools;
using AirlineAgent.Transcripts;
using Microsoft.Extensions.AI;

namespace AirlineAgent.Tests;

public class AgentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_customer_who_hangs_up_ends_the_conversation()
    {
        var (agent, ending) = await HandleAsync(User("Hello"), Says("Hi"), User("Never mind ###STOP###"));

        Assert.Equal(new Conversation(Ending.HungUp, Steps: 1, ToolCalls: 0), ending);
        Assert.Equal(["system", "user", "assistant", "user"], agent.Messages.Select(message => message.Role.Value));
    }

    [Fact]
    public async Task A_customer_who_says_nothing_costs_no_model_call() =>
        Assert.Equal(0, (await HandleAsync(User("###STOP###"))).Ending.Steps);

    [Fact]
    public async Task A_transfer_ends_the_conversation()
    {
        var (_, ending) = await HandleAsync(User("A human, please"), Calls("transfer_to_human_agents", """{"summary":"wants a human"}"""));

        Assert.Equal(new Conversation(Ending.Transferred, Steps: 1, ToolCalls: 1), ending);
    }

    [Fact]
    public async Task A_conversation_has_30_steps()
    {
        var (_, ending) = await HandleAsync([User("Hello"), .. Enumerable.Repeat(Calls("think", """{"thought":"hm"}"""), 40)]);

        Assert.Equal(new Conversation(Ending.OutOfSteps, Steps: 30, ToolCalls: 30), ending);
    }

    [Theory]
    [InlineData("get_user_details", """{"user_id":"nobody"}""", "Error: user not found")]
    [InlineData("get_user_details", "{}", "Error: get_user_details needs user_id")]
    [InlineData("fly_me_to_the_moon", "{}", "Error: there is no tool fly_me_to_the_moon")]
    public async Task A_tool_that_fails_tells_the_model(string tool, string arguments, string message)
    {
        var (agent, _) = await HandleAsync(User("Hello"), Calls(tool, arguments), Says("Sorry"), User("###STOP###"));

        Assert.Equal(message, agent.Messages.SelectMany(sent => sent.Contents).OfType<FunctionResultContent>().Single().Result);
    }

    [Fact]
    public async Task A_tool_answers_the_model_with_JSON()
    {
        var (agent, _) = await HandleAsync(
            User("Hello"), Calls("get_reservation_details", """{"reservation_id":"LK7Q2M"}"""), Says("Found"), User("###STOP###"));

        var answer = agent.Messages.SelectMany(sent => sent.Contents).OfType<FunctionResultContent>().Single().Result;
        Assert.Equal("LK7Q2M", Assert.IsType<JsonElement>(answer).GetProperty("reservation_id").GetString());
    }

    [Fact]
    public async Task Words_beside_a_tool_call_are_not_said()
    {
        var both = Calls("think", """{"thought":"hm"}""") with { Content = "One moment." };

        var (agent, ending) = await HandleAsync(User("Hello"), both, Says("Hi"), User("###STOP###"));

        Assert.Equal(1, ending.ToolCalls);
        Assert.Equal(["system", "user", "assistant", "tool", "assistant", "user"], agent.Messages.Select(message => message.Role.Value));
    }

    private static async Task<(SupportAgent Agent, Conversation Ending)> HandleAsync(params TranscriptMessage[] messages)
    {
        var transcript = new Transcript { TaskId = 0, Trial = 0, Reward = 0, Messages = messages };
        var agent = new SupportAgent(
            new TranscriptModel(transcript),
            new ToolSet(Sample.Database()),
            new Customer(new TranscriptLine(transcript)),
            new PolicyLibrary(_ => Task.FromResult("Be kind.")));
        return (agent, await agent.HandleAsync(Token));
    }

    private static TranscriptMessage User(string text) => new() { Role = "user", Content = text };

    private static TranscriptMessage Says(string text) => new() { Role = "assistant", Content = text };

    private static TranscriptMessage Calls(string tool, string arguments) => new()
    {
        Role = "assistant",
        ToolCalls = [new() { Id = "call_1", Function = new() { Name = tool, Arguments = arguments } }],
    };
}
