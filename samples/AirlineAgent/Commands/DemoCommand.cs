using AirlineAgent.Agent;
using AirlineAgent.Data;
using AirlineAgent.Runs;
using AirlineAgent.Transcripts;
using Reenact;

namespace AirlineAgent.Commands;

/// <summary>Without a command: records a conversation of the sample's own, shows it, replays it.</summary>
internal static class DemoCommand
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Demo");

    /// <summary>In the current folder: a run replaces the recording of the one before.</summary>
    private const string FileName = "airline-demo.reenact";

    public static async Task<int> RunAsync(Terminal terminal, CancellationToken cancellationToken)
    {
        var database = DatabaseFiles.Load(Folder);
        var conversation = TranscriptFile.Load(Path.Combine(Folder, "conversation.json"))[0];

        var before = DatabaseFiles.Fingerprint(database);
        await RunRecorder.RecordAsync(
            FileName,
            new SessionInfo { Agent = "airline-support", AgentVersion = "1.0.0", User = "ines_moreau_2041" },
            new TranscriptModel(conversation),
            database,
            new TranscriptLine(conversation),
            token => File.ReadAllTextAsync(Path.Combine(Folder, "policy.md"), token),
            ended => ended.Ending == Ending.HungUp ? Outcome.Success : Outcome.Failure,
            cancellationToken);
        var recorded = DatabaseFiles.Fingerprint(database);

        await terminal.Out.WriteLineAsync($"recorded {FileName} ({new FileInfo(FileName).Length} bytes; look at it with: reenact show {FileName})");
        using (var recording = Recording.Open(FileName))
            await terminal.Out.WriteLineAsync(CallTree.Print(recording));

        var totals = new ReplayTotals();
        totals.Add(await new RunReplayer(AgentVariants.Unchanged).ReplayAsync(FileName, cancellationToken));
        var replayed = DatabaseFiles.Fingerprint(database);

        await terminal.Out.WriteLineAsync($"database before          {before[..16]}");
        await terminal.Out.WriteLineAsync($"database after the run   {recorded[..16]}  {(recorded == before ? "unchanged" : "changed by the booking")}");
        await terminal.Out.WriteLineAsync($"database after replay    {replayed[..16]}  {(replayed == recorded ? "left alone" : "CHANGED BY THE REPLAY")}");
        await terminal.Out.WriteLineAsync(totals.ToString());
        return totals.Diverged == 0 && replayed == recorded ? ExitCode.Fine : ExitCode.CheckFailed;
    }
}
