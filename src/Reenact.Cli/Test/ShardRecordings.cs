using Reenact.Files;
using Reenact.Replaying.Reports;
using Reenact.Testing;
using Reenact.Testing.Recordings;

namespace Reenact.Cli;

/// <summary>The recordings of a folder that a run is about, and which of them were replayed.</summary>
internal sealed class ShardRecordings
{
    private readonly List<(string Path, Guid? Session)> recordings;

    private ShardRecordings(List<(string Path, Guid? Session)> recordings) => this.recordings = recordings;

    public int Count => recordings.Count;

    /// <summary>Lists the recordings of a folder and the folders in it.</summary>
    /// <exception cref="UnreadableInputException">The folder can't be read, or has none at all.</exception>
    public static ShardRecordings In(string folder, Shard shard)
    {
        if (string.IsNullOrWhiteSpace(folder) || !Directory.Exists(folder))
        {
            throw new UnreadableInputException($"{folder}: there is no such folder. Give the one that has the recordings.");
        }

        IReadOnlyList<string> files;
        try
        {
            files = FolderSearch.Find(Path.GetFullPath(folder), "*.reenact");
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new UnreadableInputException($"{folder}: it can't be read ({exception.Message}). Check its permissions.", exception);
        }

        if (files.Count == 0)
        {
            throw new UnreadableInputException($"{folder}: there are no recordings (*.reenact) in it. Check the path.");
        }

        return new ShardRecordings([.. files.Where(file => RecordingIdentity.IsIn(shard, file)).Select(file => (file, RecordingIdentity.SessionOf(file)))]);
    }

    /// <summary>Whether any of them is in a part of the shard.</summary>
    public bool HasAnyIn(Shard part) => recordings.Exists(recording => RecordingIdentity.IsIn(part, recording.Path));

    /// <summary>
    /// Those that no report is about. A report is about a recording when it has its path; and, because a path may lead through other names to the
    /// same file, when it has its session and there are as many reports with different paths as recordings of that session.
    /// </summary>
    public IEnumerable<string> Without(IReadOnlyCollection<ReportDigest> reports)
    {
        var paths = reports.Select(report => report.Recording).ToHashSet(StringComparer.Ordinal);
        var reported = reports.GroupBy(report => report.SessionId).ToDictionary(group => group.Key, group => group.Select(report => report.Recording).Distinct(StringComparer.Ordinal).Count());
        foreach (var session in recordings.GroupBy(recording => recording.Session))
        {
            var missing = session.Count() - (session.Key is { } id ? reported.GetValueOrDefault(id) : 0);
            foreach (var (path, _) in session.Where(recording => !paths.Contains(recording.Path)).Take(Math.Max(0, missing)))
            {
                yield return path;
            }
        }
    }
}
