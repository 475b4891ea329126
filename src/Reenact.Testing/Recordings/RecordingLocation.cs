using Reenact.Testing.Running;

namespace Reenact.Testing.Recordings;

/// <summary>Finds the place of a test's recording.</summary>
/// <remarks>
/// Deterministic builds on build servers (<c>ContinuousIntegrationBuild</c>) write <c>/_/tests/RefundTests.cs</c> for the source
/// file, and tests may run on another machine than the one that compiled them. So the end of the path is looked for around the
/// assembly.
/// </remarks>
internal static class RecordingLocation
{
    /// <returns>A full path.</returns>
    public static string Find(string recording, TestIdentity test, string assemblyFolder)
    {
        if (Path.IsPathFullyQualified(recording))
        {
            return Path.GetFullPath(recording);
        }

        if (File.Exists(test.SourceFile))
        {
            return Path.GetFullPath(recording, Path.GetDirectoryName(Path.GetFullPath(test.SourceFile))!);
        }

        var folder = FolderOfMovedSource(test, assemblyFolder) ?? FolderInOutput(recording, test, assemblyFolder) ?? assemblyFolder;
        return Path.GetFullPath(recording, Path.GetFullPath(folder));
    }

    /// <summary>The folders that a relative path may start at, likeliest first; those that exist.</summary>
    public static IEnumerable<string> FoldersOf(TestIdentity test, string assemblyFolder)
    {
        string?[] folders = File.Exists(test.SourceFile)
            ? [Path.GetDirectoryName(Path.GetFullPath(test.SourceFile))]
            : [FolderOfMovedSource(test, assemblyFolder), .. Ends(test.SourceSegments).Select(end => Path.Combine([assemblyFolder, .. end[..^1]])), assemblyFolder];
        return folders.OfType<string>().Select(folder => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))).Where(Directory.Exists).Distinct();
    }

    /// <summary>The source file's folder, where the sources lie around the assembly: as a rule it is in <c>bin</c> below them.</summary>
    private static string? FolderOfMovedSource(TestIdentity test, string assemblyFolder) => (
        from end in Ends(test.SourceSegments)
        from ancestor in Ancestors(assemblyFolder)
        let file = Path.Combine([ancestor, .. end])
        where File.Exists(file)
        select Path.GetDirectoryName(file)).FirstOrDefault();

    /// <summary>A folder beside the assembly, where recordings are copied to the output and the sources aren't there.</summary>
    private static string? FolderInOutput(string recording, TestIdentity test, string assemblyFolder) => (
        from end in Ends(test.SourceSegments)
        let folder = Path.Combine([assemblyFolder, .. end[..^1]])
        where File.Exists(Path.Combine(folder, recording))
        select folder).FirstOrDefault();

    /// <summary>The ends of a path, longest first, without its root.</summary>
    private static IEnumerable<string[]> Ends(string[] segments) =>
        Enumerable.Range(1, Math.Max(0, segments.Length - 1)).Select(skipped => segments[skipped..]);

    private static IEnumerable<string> Ancestors(string folder)
    {
        for (var ancestor = new DirectoryInfo(folder); ancestor is not null; ancestor = ancestor.Parent)
        {
            yield return ancestor.FullName;
        }
    }
}
