namespace AirlineAgent.Agent;

/// <summary>What became of a conversation.</summary>
/// <param name="Ending">How it ended.</param>
/// <param name="Steps">How often the model was asked.</param>
/// <param name="ToolCalls">How many tool calls the model made.</param>
public sealed record Conversation(Ending Ending, int Steps, int ToolCalls);
