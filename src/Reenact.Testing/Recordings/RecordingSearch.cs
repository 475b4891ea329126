using Microsoft.Extensions.FileSystemGlobbing;
using Microsoft.Extensions.FileSystemGlobbing.Abstractions;
using Reenact.Testing.Running;

namespace Reenact.Testing.Recordings;

/// <summary>Finds the recordings that a pattern names.</summary>
internal static class RecordingSearch
{
    /// <returns>
    /// The paths of those in the shard, relative as the pattern is, with forward slashes, in ordinal order. Others may be in other shards,
    /// so there may be none.
    /// </returns>
    /// <exception cref="ReenactTestException">The pattern names no recording at all, or is a full path.</exception>
    public static IReadOnlyList<string> Find(string pattern, TestIdentity test, string assemblyFolder, Shard shard)
    {
        if (Path.IsPathFullyQualified(pattern))
        {
            throw new ReenactTestException(
                $"The pattern '{pattern}' is a full path. Give one relative to the source file's folder, such as 'recordings/**/*.reenact'.");
        }

        var folders = RecordingLocation.FoldersOf(test, assemblyFolder).ToList();
        foreach (var folder in folders)
        {
            var found = Matches(pattern, folder);
            if (found.Count > 0)
            {
                return [.. found.Where(file => RecordingIdentity.IsIn(shard, Path.Combine(folder, file)))];
            }
        }

        throw new ReenactTestException(
            $"No recording matches '{pattern}' in {string.Join(" or ", folders)}. Record one there first, or correct the pattern.");
    }

    private static List<string> Matches(string pattern, string folder)
    {
        // A folder that the pattern names may be a link; those that it only finds are not followed if they are.
        var named = string.Join('/', pattern.Replace('\\', '/').Split('/')[..^1].TakeWhile(part => !part.Contains('*', StringComparison.Ordinal)));
        var start = Path.GetFullPath(Path.Combine(folder, named));
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddInclude(pattern[named.Length..].TrimStart('/', '\\'));
        return [.. matcher.Execute(new FolderWithoutLinks(new DirectoryInfoWrapper(new DirectoryInfo(start)))).Files
            .Select(file => Path.GetRelativePath(folder, Path.Combine(start, file.Path)).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];
    }
}
