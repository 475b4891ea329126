using AirlineAgent.Agent;
using AirlineAgent.Data;
using AirlineAgent.Tools;
using Microsoft.Extensions.AI;
using Reenact;

namespace AirlineAgent.Runs;

/// <summary>
/// Replays recordings of an agent that has nothing: no model, no customer, no policy, and a database that is empty. What it
/// does, it does from the recording.
/// </summary>
internal sealed class RunReplayer(AgentFactory factory)
{
    private readonly ToolSet tools = new(AirlineDatabase.CreateEmpty());

    /// <summary>Replays one recording; the report says whether all of it matched.</summary>
    /// <exception cref="RecordingException">The file is no recording, or it is damaged.</exception>
    public async Task<ReplayReport> ReplayAsync(string path, CancellationToken cancellationToken)
    {
        using var model = new OfflineChatClient().AsBuilder().UseReenact().Build();
        using var replay = Session.Replay(path);
        try
        {
            var agent = factory(model, tools, new Customer(new DeadLine()), new PolicyLibrary(NoPolicy));
            return await replay.RunAsync(() => agent.HandleAsync(cancellationToken));
        }
        catch (ReplayDivergenceException)
        {
            return replay.Report;
        }
        catch (Exception) when (replay.Report.IsMatch)
        {
            // It failed, as it did when it was recorded.
            return replay.Report;
        }
    }

    private static Task<string> NoPolicy(CancellationToken cancellationToken) =>
        throw new InvalidOperationException("There is no policy to look up: this agent only replays recordings.");
}
