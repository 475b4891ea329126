using System.Text.Json;
using AirlineAgent.Domain;
using AirlineAgent.Tools;
using Microsoft.Extensions.AI;
using Reenact;

namespace AirlineAgent.Agent;

/// <summary>
/// Talks to one customer: asks the model what to do, runs the tools it asks for, hands its words to the customer.
/// On replay this code runs again; model, tools, customer and policy are served from the recording.
/// </summary>
public partial class SupportAgent(IChatClient model, ToolSet tools, Customer customer, PolicyLibrary policies)
{
    private const int MaxSteps = 30;
    private const string Transfer = "transfer_to_human_agents";

    private readonly List<ChatMessage> messages = [];

    /// <summary>What was said and done so far, as the model sees it.</summary>
    public IReadOnlyList<ChatMessage> Messages => messages;

    /// <summary>Serves the customer until one of them ends the conversation. Once per agent.</summary>
    [Replayed]
    public partial Task<Conversation> HandleAsync(CancellationToken cancellationToken = default);

    private async Task<Conversation> HandleCoreAsync(CancellationToken cancellationToken)
    {
        messages.Add(new ChatMessage(ChatRole.System, await policies.GetPolicyAsync(cancellationToken)));
        var words = await customer.OpenAsync(cancellationToken);
        messages.Add(new ChatMessage(ChatRole.User, words));
        if (Customer.HangsUp(words))
            return new Conversation(Ending.HungUp, Steps: 0, ToolCalls: 0);

        var toolCalls = 0;
        for (var step = 1; step <= MaxSteps; step++)
        {
            var response = await model.GetResponseAsync(messages, tools.Options, cancellationToken);
            messages.AddMessages(response);

            var calls = response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().ToList();
            if (calls.Count == 0)
            {
                words = await TellCustomerAsync(response.Text, cancellationToken);
                messages.Add(new ChatMessage(ChatRole.User, words));
                if (Customer.HangsUp(words))
                    return new Conversation(Ending.HungUp, step, toolCalls);
            }

            foreach (var call in calls)
            {
                toolCalls++;
                var answer = await AnswerAsync(call, cancellationToken);
                messages.Add(new ChatMessage(ChatRole.Tool, [new FunctionResultContent(call.CallId, answer)]));
                if (call.Name == Transfer)
                    return new Conversation(Ending.Transferred, step, toolCalls);
            }
        }

        return new Conversation(Ending.OutOfSteps, MaxSteps, toolCalls);
    }

    /// <summary>Hands the model's words to the customer.</summary>
    /// <returns>What the customer says to that.</returns>
    protected virtual Task<string> TellCustomerAsync(string text, CancellationToken cancellationToken) =>
        customer.AnswerAsync(text, cancellationToken);

    /// <summary>Runs a tool for the model, which is told when it is refused and can try something else.</summary>
    protected virtual async Task<object?> AnswerAsync(FunctionCallContent call, CancellationToken cancellationToken)
    {
        try
        {
            return await InvokeAsync(call, cancellationToken);
        }
        catch (Exception exception) when (exception is AirlineException or ArgumentException or JsonException)
        {
            return $"Error: {exception.Message}";
        }
    }

    /// <summary>Runs a tool.</summary>
    /// <exception cref="AirlineException">The airline refuses.</exception>
    /// <exception cref="ArgumentException">There is no such tool, or an argument is missing.</exception>
    /// <exception cref="JsonException">An argument is not what the tool takes.</exception>
    protected virtual async Task<object?> InvokeAsync(FunctionCallContent call, CancellationToken cancellationToken) =>
        tools.TryGet(call.Name, out var function)
            ? await function.InvokeAsync(new AIFunctionArguments(call.Arguments), cancellationToken)
            : throw new ArgumentException($"there is no tool {call.Name}");
}
