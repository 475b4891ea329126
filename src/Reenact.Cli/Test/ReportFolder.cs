namespace Reenact.Cli;

/// <summary>Where a run's reports go: a folder that was asked for, or one that is gone afterwards.</summary>
internal sealed class ReportFolder : IDisposable
{
    private readonly bool isTemporary;

    private ReportFolder(string path, bool isTemporary)
    {
        Path = path;
        this.isTemporary = isTemporary;
    }

    public string Path { get; }

    /// <summary>Whether it went away while the run was started, and what was in it then is lost.</summary>
    public bool WasLost { get; private set; }

    /// <summary>Makes it again where something took it away.</summary>
    /// <exception cref="UnreadableInputException">It can't be made again.</exception>
    public void Keep()
    {
        if (Directory.Exists(Path))
        {
            return;
        }

        WasLost = true;
        try
        {
            Directory.CreateDirectory(Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableInputException(
                $"{Path}: the folder of the reports went away while the tests were started, and can't be made again ({exception.Message}). Give another with --reports, which nothing cleans up.", exception);
        }
    }

    /// <exception cref="UnreadableInputException">The folder has something in it, or can't be made.</exception>
    public static ReportFolder At(string? path)
    {
        if (path is null)
        {
            return new ReportFolder(Directory.CreateTempSubdirectory("reenact-reports-").FullName, isTemporary: true);
        }

        try
        {
            var folder = Directory.CreateDirectory(path);
            return folder.EnumerateFileSystemInfos().Any()
                ? throw new UnreadableInputException($"{path}: there is something in this folder, and reports of an earlier run would count as this one's. Delete it, or give another.")
                : new ReportFolder(folder.FullName, isTemporary: false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableInputException($"{path}: the folder can't be made ({exception.Message}). Check the path and its permissions.", exception);
        }
    }

    public void Dispose()
    {
        if (isTemporary && Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
