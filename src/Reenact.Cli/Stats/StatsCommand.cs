using System.CommandLine;

namespace Reenact.Cli;

/// <summary><c>reenact stats FILE</c>: what makes a recording as big as it is.</summary>
internal static class StatsCommand
{
    public static Command Create(ToolConsole console)
    {
        var file = RecordingInput.Argument();
        var ring = KeyRingInput.Option();
        var json = new Option<bool>("--json") { Description = "Write the numbers as a JSON document." };
        var command = new Command("stats", "Shows what takes the room in a recording: events by kind, calls by method, repeated content, compression, index.") { file, ring, json };
        command.SetAction(parsed =>
        {
            using var recording = RecordingInput.Open(parsed.GetRequiredValue(file), KeyRingInput.Read(parsed, ring));
            var stats = RecordingStats.Of(recording);
            if (parsed.GetValue(json))
            {
                StatsJson.Write(recording, stats, console.Output);
            }
            else
            {
                StatsPrinter.Print(recording, stats, console);
            }

            return stats.Problem.Length == 0 ? ExitCode.Fine : ExitCode.CheckFailed;
        });
        return command;
    }
}
