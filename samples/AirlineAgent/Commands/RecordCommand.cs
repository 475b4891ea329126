using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using AirlineAgent.Data;
using AirlineAgent.Runs;
using AirlineAgent.Transcripts;
using Reenact;

namespace AirlineAgent.Commands;

/// <summary><c>record</c>: runs the agent over the conversations of transcripts, with its tools for real.</summary>
internal static class RecordCommand
{
    public static Command Create(Terminal terminal)
    {
        var transcripts = new Option<string>("--transcripts") { Description = "A file of transcripts, as tau-bench writes them.", Required = true };
        var database = new Option<string>("--database") { Description = "A folder with flights.json, reservations.json and users.json.", Required = true };
        var output = new Option<string>("--out") { Description = "The folder for the recordings.", Required = true };
        var model = new Option<string?>("--model") { Description = "The model that speaks in the transcripts, where it is known." };
        var dictionary = new Option<string?>("--dictionary") { Description = "A dictionary that `reenact train` learned, to record with." };
        var command = new Command("record", "Runs the agent over conversations that were had, and records it.") { transcripts, database, output, model, dictionary };
        command.SetAction((parsed, token) => RunAsync(
            terminal,
            parsed.GetRequiredValue(transcripts),
            parsed.GetRequiredValue(database),
            parsed.GetRequiredValue(output),
            parsed.GetValue(model),
            parsed.GetValue(dictionary) is { } file ? RecordingDictionary.Load(file) : null,
            token));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, string transcriptFile, string databaseFolder, string outputFolder, string? model, RecordingDictionary? dictionary, CancellationToken cancellationToken)
    {
        var transcripts = TranscriptFile.Load(transcriptFile);
        var database = DatabaseFiles.Load(databaseFolder);
        Directory.CreateDirectory(outputFolder);

        var agreement = new AgreementTable();
        var paths = new List<string>();
        var watch = Stopwatch.StartNew();
        foreach (var transcript in transcripts)
        {
            var path = Path.Combine(outputFolder, $"{transcript.Name}.reenact");
            var agent = await RunRecorder.RecordAsync(
                path,
                new SessionInfo { Agent = "airline-support", AgentVersion = "1.0.0", ConversationId = transcript.Name, Tags = transcript.Tags },
                new TranscriptModel(transcript, model),
                database.Copy(),
                new TranscriptLine(transcript),
                _ => Task.FromResult(transcript.Policy),
                _ => transcript.Reward == 1 ? Outcome.Success : Outcome.Failure,
                cancellationToken,
                dictionary);
            agreement.Add(transcript, agent.Messages);
            paths.Add(path);
        }

        watch.Stop();
        await terminal.Out.WriteLineAsync(agreement.ToString());
        await terminal.Out.WriteLineAsync();
        await terminal.Out.WriteLineAsync(Summary(paths, dictionary, watch.Elapsed));
        return ExitCode.Fine;
    }

    private static string Summary(List<string> paths, RecordingDictionary? dictionary, TimeSpan time)
    {
        var calls = 0L;
        var bytes = 0L;
        foreach (var path in paths)
        {
            using var recording = Recording.Open(path, new RecordingOpenOptions { Dictionaries = dictionary is null ? [] : [dictionary] });
            calls += recording.Summary.Calls.Values.Sum();
            bytes += new FileInfo(path).Length;
        }

        return string.Create(CultureInfo.InvariantCulture, $"recorded {paths.Count} sessions: {calls} calls, {bytes} bytes, {time.TotalSeconds:F2} s");
    }
}
