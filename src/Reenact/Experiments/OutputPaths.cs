namespace Reenact.Experiments;

/// <summary>Where the runs of an experiment are recorded.</summary>
internal static class OutputPaths
{
    /// <summary>A path in a folder for each recording, as it is in the folder that all recordings share.</summary>
    /// <exception cref="ArgumentException">A recording is given twice, or lies where its run would be recorded.</exception>
    public static string[] Of(string[] recordings, string folder)
    {
        var full = recordings.Select(Path.GetFullPath).ToArray();
        if (full.Distinct(StringComparer.Ordinal).Count() != full.Length)
        {
            throw new ArgumentException("A recording is given twice. Give each path once.", nameof(recordings));
        }

        var shared = SharedFolder(full);
        var outputs = full.Select(path => Path.GetFullPath(Path.Combine(folder, Path.GetRelativePath(shared, path)))).ToArray();
        return full.Intersect(outputs, StringComparer.Ordinal).FirstOrDefault() is { } same
            ? throw new ArgumentException($"The run of {same} would be recorded over it. Give the experiment another output folder.", nameof(folder))
            : outputs;
    }

    private static string SharedFolder(string[] paths)
    {
        var shared = paths.Length == 0 ? "" : Path.GetDirectoryName(paths[0])!;
        foreach (var path in paths)
        {
            while (!path.StartsWith(Path.EndsInDirectorySeparator(shared) ? shared : shared + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                shared = Path.GetDirectoryName(shared)!; // Ends at the root, or, across drives, with the argument error below.
                if (shared is null)
                {
                    throw new ArgumentException("The recordings are on several drives. Run an experiment for each.", nameof(paths));
                }
            }
        }

        return shared;
    }
}
