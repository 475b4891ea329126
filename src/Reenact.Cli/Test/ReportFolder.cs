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
