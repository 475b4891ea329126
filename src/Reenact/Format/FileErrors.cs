namespace Reenact.Format;

/// <summary>Turns what the file system says into a <see cref="RecordingException"/> that says what to do.</summary>
internal static class FileErrors
{
    private const int NoSpaceUnix = 28;
    private const int QuotaUnix = 122;
    private const int DiskFullWindows = unchecked((int)0x80070070);
    private const int HandleDiskFullWindows = unchecked((int)0x80070027);
    private const int FileExistsWindows = unchecked((int)0x80070050);
    private const int FileExistsUnix = 17;
    private const int WouldBlockUnix = 11;
    private const int SharingViolationWindows = unchecked((int)0x80070020);

    /// <summary>
    /// Whether an exception is about the file; a pipe, for example, says that it is not supported, and a file that would grow beyond a limit of the
    /// system (EFBIG) that an argument is out of range.
    /// </summary>
    public static bool IsFileError(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentOutOfRangeException;

    public static RecordingException Translate(Exception exception, string path, string doing, long? offset)
    {
        var (kind, happened, remedy) = Classify(exception, path);
        var place = offset is { } at ? $" at byte {at}" : "";
        return new RecordingException(kind, path, $"{path}: {happened} ({doing}{place} failed). {remedy}", offset, exception);
    }

    private static (RecordingErrorKind Kind, string Happened, string Remedy) Classify(Exception exception, string path)
    {
        if (Directory.Exists(path))
            return (RecordingErrorKind.IsDirectory, "this is a folder", "Give the path of a recording file in it.");

        return exception switch
        {
            FileNotFoundException => (RecordingErrorKind.NotFound, "there is no such file", "Check the path."),
            DirectoryNotFoundException => (RecordingErrorKind.NotFound, "its folder does not exist", "Check the path, or create the folder first."),
            UnauthorizedAccessException => (RecordingErrorKind.AccessDenied, "access is denied", "Check the permissions of the file and its folder for the user that runs this process."),
            ArgumentOutOfRangeException => (RecordingErrorKind.DiskFull, "the file may not grow any more", "The system or the file system limits its size (ulimit -f); what was flushed before is intact."),
            NotSupportedException => (RecordingErrorKind.StorageFailed, "this is no file that can be read at any place", "Copy it into an ordinary file first."),
            _ => exception.HResult switch
            {
                FileExistsUnix or FileExistsWindows => (RecordingErrorKind.AlreadyExists, "the file exists already", "Choose another name, or say that it is to be replaced."),
                NoSpaceUnix or QuotaUnix or DiskFullWindows or HandleDiskFullWindows =>
                    (RecordingErrorKind.DiskFull, "the disk is full", "Free some space; what was flushed before is intact."),
                WouldBlockUnix or SharingViolationWindows => (RecordingErrorKind.InUse, "another process has the file open", "Wait until it is closed."),
                _ => (RecordingErrorKind.StorageFailed, exception.Message, "What was flushed before is intact; check the disk or the share."),
            },
        };
    }
}
