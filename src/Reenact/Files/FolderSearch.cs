using System.IO.Enumeration;

namespace Reenact.Files;

/// <summary>Finds files in a folder and the folders in it. Links to folders are not followed: they may lead back, and files would be found again and again.</summary>
internal static class FolderSearch
{
    /// <summary>The files of a name, in ordinal order; links to files are among them.</summary>
    /// <param name="folder">The folder, which may be a link itself.</param>
    /// <param name="pattern">A name with <c>*</c> and <c>?</c>, such as <c>*.reenact</c>; a path before it leads to the folder that is searched.</param>
    /// <exception cref="IOException">A folder can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be read.</exception>
    public static IReadOnlyList<string> Find(string folder, string pattern)
    {
        var name = FileSystemName.TranslateWin32Expression(Path.GetFileName(pattern));
        var ignoreCase = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS();
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false };
        var files = new FileSystemEnumerable<string>(
            Path.Combine(folder, Path.GetDirectoryName(pattern) ?? ""), static (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(), options)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && FileSystemName.MatchesWin32Expression(name, entry.FileName, ignoreCase),
            ShouldRecursePredicate = static (ref FileSystemEntry entry) => !IsLink(entry.Attributes, entry.ToFullPath()),
        };
        return [.. files.Order(StringComparer.Ordinal)];
    }

    /// <summary>Whether a folder is a link to another.</summary>
    public static bool IsLink(string folder) => IsLink(File.GetAttributes(folder), folder);

    /// <summary>A folder that is kept in a cloud is a reparse point too, and no link.</summary>
    private static bool IsLink(FileAttributes attributes, string folder) =>
        attributes.HasFlag(FileAttributes.ReparsePoint) && new DirectoryInfo(folder).LinkTarget is not null;
}
