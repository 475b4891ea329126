namespace Reenact.Cli;

/// <summary>A folder that an isolated command may write into.</summary>
internal static class WritableFolder
{
    /// <summary>What is mounted anew stands for the whole system, or holds what must stay closed.</summary>
    private static readonly string[] Refused = ["/", "/dev", "/proc", "/sys", "/run", "/var/run"];

    /// <returns>Its full path, without symbolic links.</returns>
    /// <exception cref="UnreadableInputException">There is no such folder, or it can't be opened up.</exception>
    public static string Find(string folder)
    {
        if (string.IsNullOrWhiteSpace(folder) || !Directory.Exists(folder))
        {
            throw new UnreadableInputException($"{folder}: there is no such folder to write into. Make it first.");
        }

        var path = Resolve(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return Refused.Contains(path) || path.StartsWith("/proc/", StringComparison.Ordinal) || path.StartsWith("/sys/", StringComparison.Ordinal) || path.StartsWith("/dev/", StringComparison.Ordinal)
            ? throw new UnreadableInputException($"{path}: this folder can't be opened for writing without opening the system. Give a folder of your own with --work.")
            : path;
    }

    /// <summary>Follows the links in each part of a path, from its root on.</summary>
    private static string Resolve(string path)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }

        var here = new DirectoryInfo(Path.Combine(Resolve(parent), Path.GetFileName(path)));
        return here.ResolveLinkTarget(returnFinalTarget: true) is { } target ? Resolve(target.FullName) : here.FullName;
    }
}
