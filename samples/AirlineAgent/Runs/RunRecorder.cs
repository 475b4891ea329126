using AirlineAgent.Agent;
using AirlineAgent.Data;
using AirlineAgent.Tools;
using Microsoft.Extensions.AI;
using Reenact;

namespace AirlineAgent.Runs;

/// <summary>Runs the agent over one conversation and records it.</summary>
internal static class RunRecorder
{
    /// <summary>Records a conversation into a file, which it replaces.</summary>
    /// <param name="judge">Whether the agent did what it was for.</param>
    /// <returns>The agent, whose messages tell what happened.</returns>
    public static async Task<SupportAgent> RecordAsync(
        string path,
        SessionInfo info,
        IChatClient model,
        AirlineDatabase database,
        ICustomerLine line,
        Func<CancellationToken, Task<string>> policy,
        Func<Conversation, Outcome> judge,
        CancellationToken cancellationToken,
        RecordingDictionary? dictionary = null)
    {
        using var recordedModel = model.AsBuilder().UseReenact().Build();
        var agent = new SupportAgent(recordedModel, new ToolSet(database), new Customer(line), new PolicyLibrary(policy));

        await using var session = Session.Record(path, info, new RecordOptions { Replace = true, Dictionary = dictionary });
        try
        {
            var conversation = await agent.HandleAsync(cancellationToken);
            session.Complete(judge(conversation), message: $"{conversation.Ending}");
        }
        catch (OperationCanceledException)
        {
            session.Complete(Outcome.Canceled);
            throw;
        }
        catch (Exception exception)
        {
            session.Complete(Outcome.Failure, exception.GetType().Name, exception.Message);
            throw;
        }

        return agent;
    }
}
