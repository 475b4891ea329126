using AirlineAgent.Agent.Variants;
using AirlineAgent.Tools;
using Microsoft.Extensions.AI;

namespace AirlineAgent.Agent;

/// <summary>Makes an agent from what it talks to.</summary>
public delegate SupportAgent AgentFactory(IChatClient model, ToolSet tools, Customer customer, PolicyLibrary policies);

/// <summary>The agent, and agents that were changed since the recording, by what a replay should find.</summary>
public static class AgentVariants
{
    public static AgentFactory Unchanged { get; } =
        static (model, tools, customer, policies) => new SupportAgent(model, tools, customer, policies);

    public static IReadOnlyDictionary<string, AgentFactory> Broken { get; } = new Dictionary<string, AgentFactory>
    {
        ["reordered-call"] = static (model, tools, customer, policies) => new ReservationFirstAgent(model, tools, customer, policies),
        ["changed-argument"] = static (model, tools, customer, policies) => new TicketNamesAgent(model, tools, customer, policies),
        ["skipped-confirmation"] = static (model, tools, customer, policies) => new ConfidentAgent(model, tools, customer, policies),
    };
}
