using System.CommandLine;
using AirlineAgent.Agent;
using AirlineAgent.Runs;

namespace AirlineAgent.Commands;

/// <summary><c>replay</c>: replays a folder of recordings with the agent, or with one that was changed since.</summary>
internal static class ReplayCommand
{
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("folder") { Description = "A folder of recordings, or one recording." };
        var change = new Option<string?>("--break") { Description = "Replays with an agent that was changed in this way." };
        change.AcceptOnlyFromAmong([.. AgentVariants.Broken.Keys]);
        var reports = new Option<string?>("--reports") { Description = "A folder for a report of each replay, as `reenact report` sums them up." };
        var command = new Command("replay", "Replays recordings: no model, no customer, no database.") { folder, change, reports };
        command.SetAction((parsed, token) =>
            RunAsync(terminal, parsed.GetRequiredValue(folder), parsed.GetValue(change), parsed.GetValue(reports), token));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string folder, string? change, string? reports, CancellationToken cancellationToken)
    {
        if (reports is not null)
            Directory.CreateDirectory(reports);
        var replayer = new RunReplayer(change is null ? AgentVariants.Unchanged : AgentVariants.Broken[change]);
        var totals = new ReplayTotals();
        foreach (var path in Recordings(folder))
        {
            var report = await replayer.ReplayAsync(path, cancellationToken);
            totals.Add(report);
            if (reports is not null)
                await File.WriteAllTextAsync(Path.Combine(reports, $"{Path.GetFileNameWithoutExtension(path)}.json"), report.ToJson(), cancellationToken);
            if (report.Divergences.Count > 0 && totals.Diverged == 1)
                await terminal.Out.WriteLineAsync($"{report.Divergences[0]}{Environment.NewLine}");
        }

        if (totals.Diverged > 1)
            await terminal.Out.WriteLineAsync($"That was the first of {totals.Diverged} divergences: {totals.Kinds()}.");
        await terminal.Out.WriteLineAsync(totals.ToString());
        return totals.Diverged == 0 ? ExitCode.Fine : ExitCode.CheckFailed;
    }

    private static string[] Recordings(string path)
    {
        if (File.Exists(path))
            return [path];
        if (!Directory.Exists(path))
            throw new DirectoryNotFoundException($"{path} is neither a folder nor a recording.");

        var recordings = Directory.GetFiles(path, "*.reenact");
        if (recordings.Length == 0)
            throw new FileNotFoundException($"There are no recordings (*.reenact) in {path}. Make some with the record command.");
        Array.Sort(recordings, StringComparer.Ordinal);
        return recordings;
    }
}
