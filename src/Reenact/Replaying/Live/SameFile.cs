namespace Reenact.Replaying;

/// <summary>Tells whether two paths lead to one file, however they are spelled and through whichever symbolic links.</summary>
internal static class SameFile
{
    private const int MostLinks = 64;

    public static bool Is(string path, string other)
    {
        if (!File.Exists(path) || !File.Exists(other))
        {
            return false;
        }

        try
        {
            var comparison = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
            return string.Equals(Resolve(path), Resolve(other), comparison);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false; // Whoever opens the file says what is wrong with it.
        }
    }

    /// <summary>The path without links: of the file, and of each folder on the way to it.</summary>
    private static string Resolve(string path)
    {
        var left = MostLinks;
        var resolved = Path.GetFullPath(path);
        while (left-- > 0 && Follow(resolved) is { } next)
        {
            resolved = next;
        }

        return resolved;
    }

    /// <summary>The path with its innermost link replaced by what that leads to; null where it has none.</summary>
    private static string? Follow(string path)
    {
        for (var part = path; part is not null; part = Path.GetDirectoryName(part))
        {
            FileSystemInfo info = Directory.Exists(part) ? new DirectoryInfo(part) : new FileInfo(part);
            if (info.LinkTarget is { } target)
            {
                var folder = Path.GetDirectoryName(part) ?? part;
                return Path.GetFullPath(Path.Combine(folder, target, part == path ? "" : Path.GetRelativePath(part, path)));
            }
        }

        return null;
    }
}
