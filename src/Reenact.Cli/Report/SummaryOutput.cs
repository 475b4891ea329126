using System.CommandLine;
using Reenact.Replaying.Reports;

namespace Reenact.Cli;

/// <summary>Where a summary goes and in which form, as commands that make one are told.</summary>
internal sealed class SummaryOutput
{
    private readonly Option<ReportFormat> format = new("--format") { Description = "The form of the summary: text, markdown, junit or json." };
    private readonly Option<string?> file = new("--out") { Description = "Write the summary into this file. The standard output then has one line." };

    public void AddTo(Command command)
    {
        command.Options.Add(format);
        command.Options.Add(file);
    }

    /// <exception cref="UnreadableInputException">The file can't be written.</exception>
    public void Write(ReplaySummary summary, ParseResult parsed, ToolConsole console)
    {
        var text = parsed.GetValue(format) switch
        {
            ReportFormat.Markdown => summary.ToMarkdown(),
            ReportFormat.JUnit => summary.ToJUnit(),
            ReportFormat.Json => summary.ToJson(),
            _ => summary.ToString(),
        };
        if (parsed.GetValue(file) is not { } path)
        {
            console.Output.WriteLine(text.TrimEnd('\n'));
            return;
        }

        try
        {
            File.WriteAllText(path, text.TrimEnd('\n') + '\n');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableInputException($"{path}: the summary can't be written ({exception.Message}). Check the path and its permissions.", exception);
        }

        console.Output.WriteLine(ReportWords.Headline(summary));
    }
}
