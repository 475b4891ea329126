using AirlineAgent.Agent;
using AirlineAgent.Data;
using AirlineAgent.Runs;
using AirlineAgent.Tools;
using AirlineAgent.Transcripts;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.AI;
using Reenact.Benchmarks.Replaying;

namespace Reenact.Benchmarks.Conversations;

/// <summary>
/// Recording and replaying 200 real conversations (tau-bench, airline; the folder named by REENACT_DATA), each a file of its own.
/// The floor is the same conversations by the same agent and tools, recorded nowhere.
/// </summary>
[MemoryDiagnoser]
[Config(typeof(InProcessConfig))]
public class ConversationBenchmarks
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"conversations-{Guid.NewGuid()}");
    private IReadOnlyList<Transcript> transcripts = [];
    private AirlineDatabase database = AirlineDatabase.CreateEmpty();

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        var data = Environment.GetEnvironmentVariable("REENACT_DATA");
        if (string.IsNullOrEmpty(data))
        {
            throw new InvalidOperationException("Set REENACT_DATA to a folder with tau-bench/*.json to run this benchmark.");
        }

        var source = Path.Combine(data, "tau-bench");
        transcripts = [.. TranscriptFile.Load(Path.Combine(source, "gpt-4o-airline.json"))];
        database = DatabaseFiles.Load(source);
        Directory.CreateDirectory(folder);
        await Record();
        var bytes = Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length);
        Console.WriteLine($"// {transcripts.Count} recordings: {bytes} bytes");
    }

    [GlobalCleanup]
    public void CleanUp() => Directory.Delete(folder, recursive: true);

    [Benchmark(Baseline = true)]
    public async Task Unrecorded()
    {
        foreach (var transcript in transcripts)
        {
            await AgentOf(transcript).HandleAsync(CancellationToken.None);
        }
    }

    [Benchmark]
    public async Task Record()
    {
        foreach (var transcript in transcripts)
        {
            await using var session = Session.Record(
                PathOf(transcript),
                new SessionInfo { Agent = "airline-support", ConversationId = transcript.Name },
                new RecordOptions { Replace = true });
            await AgentOf(transcript).HandleAsync(CancellationToken.None);
            session.Complete(Outcome.Success);
        }
    }

    [Benchmark]
    public async Task<int> Replay()
    {
        var replayer = new RunReplayer(AgentVariants.Unchanged);
        var matched = 0;
        foreach (var transcript in transcripts)
        {
            var report = await replayer.ReplayAsync(PathOf(transcript), CancellationToken.None);
            matched += report.IsMatch ? 1 : throw new InvalidOperationException(report.ToString());
        }

        return matched;
    }

    private string PathOf(Transcript transcript) => Path.Combine(folder, $"{transcript.Name}.reenact");

    private SupportAgent AgentOf(Transcript transcript) => new(
        new TranscriptModel(transcript, null).AsBuilder().UseReenact().Build(),
        new ToolSet(database.Copy()),
        new Customer(new TranscriptLine(transcript)),
        new PolicyLibrary(_ => Task.FromResult(transcript.Policy)));
}
