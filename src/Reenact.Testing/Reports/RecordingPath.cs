using Reenact.Values;

namespace Reenact.Testing.Reports;

/// <summary>A recording's path as a person at the root of the repository would write it.</summary>
internal static class RecordingPath
{
    /// <returns>The path relative to the nearest folder around it that is a repository; the full path where there is none.</returns>
    public static string ForPeople(string path)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Exists(Path.Combine(folder, ".git")))
            {
                return TextEscape.Message(Path.GetRelativePath(folder, path));
            }
        }

        return TextEscape.Message(path);
    }

    /// <summary>How to see a recording, or what led to an event in it.</summary>
    public static string Show(string path)
    {
        var shown = ForPeople(path);
        return shown.Contains(' ', StringComparison.Ordinal) ? $"reenact show \"{shown}\"" : $"reenact show {shown}";
    }
}
