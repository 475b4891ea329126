namespace Reenact.Files;

/// <summary>Tells files that can be read from what would keep a reader waiting.</summary>
internal static class FileKind
{
    /// <summary>What is said of a file that <see cref="HasNoLength"/>.</summary>
    public const string NoLength = "this is empty, or no ordinary file but a pipe or a device";

    /// <summary>Whether a path leads to something without a length of its own: an empty file, a pipe, a device. Opening a pipe would wait for somebody to write into it.</summary>
    /// <returns>False also for what isn't there or can't be asked: opening it says what is wrong.</returns>
    public static bool HasNoLength(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.LinkTarget is not null && file.ResolveLinkTarget(returnFinalTarget: true) is { } target)
            {
                // /dev/stdin leads to "pipe:[4711]": there is something, but not in a folder.
                return target is FileInfo end && (end.Exists ? end.Length == 0 : File.Exists(path));
            }

            return file is { Exists: true, Length: 0 };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
