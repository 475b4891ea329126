using Reenact.Replaying.Reports;

namespace Reenact.Cli;

/// <summary>Counts the reports that arrive in a folder.</summary>
internal sealed class ReportWatch(string folder, ProgressLine progress)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly Dictionary<string, bool> seen = new(StringComparer.Ordinal);

    /// <summary>Looks again and again until a run has ended.</summary>
    public async Task UntilAsync(Task end)
    {
        while (!end.IsCompleted)
        {
            await Task.WhenAny(end, Task.Delay(Interval)).ConfigureAwait(false);
            Look();
        }
    }

    private void Look()
    {
        foreach (var file in Arrived())
        {
            try
            {
                seen[file] = ReportReader.ReadFile(file).Passed;
            }
            catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                seen[file] = false; // The summary says why.
            }
        }

        progress.Show(seen.Count, seen.Count(report => !report.Value));
    }

    private List<string> Arrived()
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*.json").Where(file => !seen.ContainsKey(file))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return []; // The folder went away; the summary says so.
        }
    }
}
