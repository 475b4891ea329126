using System.CommandLine;

namespace Reenact.Cli;

/// <summary><c>reenact report DIR</c>: one summary of all reports that replays wrote into a folder.</summary>
internal static class ReportCommand
{
    public static Command Create(ToolConsole console)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder that REENACT_REPORTS named; folders in it are read, too." };
        var output = new SummaryOutput();
        var command = new Command("report", "Summarizes the reports that replays wrote: totals, failures with their first difference, what was slowest.") { folder };
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            var summary = Read(parsed.GetRequiredValue(folder));
            output.Write(summary, parsed, console);
            return summary.AllMatched ? ExitCode.Fine : ExitCode.CheckFailed;
        });
        return command;
    }

    private static ReplaySummary Read(string folder)
    {
        if (string.IsNullOrWhiteSpace(folder) || !Directory.Exists(folder))
        {
            throw new UnreadableInputException($"{folder}: there is no such folder. Give the one that REENACT_REPORTS named when the tests ran.");
        }

        try
        {
            var summary = ReplaySummary.Read(folder);
            return summary.Replays > 0 || summary.Incomplete.Count > 0
                ? summary
                : throw new UnreadableInputException($"{folder}: there are no reports in it. Run the tests with REENACT_REPORTS set to it; tests that record or run live write none.");
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new UnreadableInputException($"{folder}: it can't be read ({exception.Message}). Check its permissions.", exception);
        }
    }
}
