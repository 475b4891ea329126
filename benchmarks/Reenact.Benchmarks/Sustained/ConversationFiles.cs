using AirlineAgent.Agent;
using AirlineAgent.Data;
using AirlineAgent.Runs;
using AirlineAgent.Transcripts;

namespace Reenact.Benchmarks.Sustained;

/// <summary>Recordings of 200 real conversations (tau-bench, airline).</summary>
internal static class ConversationFiles
{
    /// <returns>The paths.</returns>
    public static IReadOnlyList<string> Record(string data, string folder)
    {
        var source = Path.Combine(data, "tau-bench");
        var database = DatabaseFiles.Load(source);
        return [.. TranscriptFile.Load(Path.Combine(source, "gpt-4o-airline.json")).Select(transcript => Record(transcript, database, folder))];
    }

    private static string Record(Transcript transcript, AirlineDatabase database, string folder)
    {
        var path = Path.Combine(folder, $"conversation-{transcript.Name}.reenact");
        RunRecorder.RecordAsync(
            path,
            new SessionInfo { Agent = "airline-support", ConversationId = transcript.Name },
            new TranscriptModel(transcript, null),
            database.Copy(),
            new TranscriptLine(transcript),
            _ => Task.FromResult(transcript.Policy),
            static _ => Outcome.Success,
            CancellationToken.None).Wait();
        return path;
    }
}
