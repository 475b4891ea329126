using AirlineAgent.Agent;
using AirlineAgent.Data;
using AirlineAgent.Tools;
using AirlineAgent.Transcripts;

namespace Reenact.Benchmarks.Replaying;

/// <summary>The 2,454 model calls of 200 real conversations, in the folder named by REENACT_DATA.</summary>
internal static class ModelCalls
{
    public const int Count = 2_454;

    public static async Task<List<ModelCall>> LoadAsync()
    {
        var calls = new List<ModelCall>();
        var source = Path.Combine(Environment.GetEnvironmentVariable("REENACT_DATA") ?? throw new InvalidOperationException("Set REENACT_DATA to a folder with tau-bench/*.json."), "tau-bench");
        var database = DatabaseFiles.Load(source);
        foreach (var transcript in TranscriptFile.Load(Path.Combine(source, "gpt-4o-airline.json")))
        {
            var model = new ModelCallLog(new TranscriptModel(transcript, null), calls);
            var agent = new SupportAgent(model, new ToolSet(database.Copy()), new Customer(new TranscriptLine(transcript)), new PolicyLibrary(_ => Task.FromResult(transcript.Policy)));
            await agent.HandleAsync(CancellationToken.None);
        }

        return calls.Count == Count ? calls : throw new InvalidOperationException($"There are {calls.Count} model calls, not {Count}.");
    }
}
