using System.Collections.Concurrent;
using Reenact.Files;
using Reenact.Format;

namespace Reenact.Dictionaries;

/// <summary>Finds the dictionary that a recording names: among those that were given, where <c>REENACT_DICTIONARY</c> says, and beside the recording. Thread-safe.</summary>
internal static class DictionaryFinder
{
    /// <summary>The environment variable: files and folders, separated as in PATH.</summary>
    public const string Variable = "REENACT_DICTIONARY";

    /// <summary>How many files of a folder are looked into.</summary>
    private const int MaxFiles = 64;

    /// <summary>Dictionaries that are in use; a name is a hash, so it never leads to another.</summary>
    private static readonly ConcurrentDictionary<string, WeakReference<RecordingDictionary>> Known = [];

    /// <summary>Adds the dictionary that a recording names to its key, or why it is missing.</summary>
    public static ContentKey Complete(ContentKey key, string id, IReadOnlyList<RecordingDictionary> given, IBlockStore store) =>
        id.Length == 0 ? key : Find(id, given, store, out var places) is { } found ? key.With(found) : key.WithoutDictionary(id, places);

    /// <summary>Finds one.</summary>
    /// <param name="id">Its SHA-256, in lower-case hexadecimal.</param>
    /// <param name="given">Those that were given.</param>
    /// <param name="store">The recording.</param>
    /// <param name="places">Where it was looked for, in words.</param>
    /// <returns>Null when it is nowhere.</returns>
    public static RecordingDictionary? Find(string id, IReadOnlyList<RecordingDictionary> given, IBlockStore store, out string places)
    {
        places = "";
        if (given.FirstOrDefault(dictionary => dictionary.Id == id) is { } found)
            return found;
        if (Known.TryGetValue(id, out var known) && known.TryGetTarget(out found))
            return found;

        var named = Environment.GetEnvironmentVariable(Variable)?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        var beside = store is FileBlockStore ? Path.GetDirectoryName(Path.GetFullPath(store.Name)) : null;
        string[] all = beside is null ? named : [.. named, beside];
        found = all.SelectMany(Files).Select(TryLoad).FirstOrDefault(dictionary => dictionary?.Id == id);
        if (found is not null)
            Known[id] = new WeakReference<RecordingDictionary>(found);

        places = $"{given.Count} given with the options"
            + (named.Length == 0 ? $", {Variable} (not set)" : $", {Variable} ({string.Join(", ", named)})")
            + (beside is null ? "" : $", files *{RecordingDictionary.FileExtension} in {beside}");
        return found;
    }

    private static IEnumerable<string> Files(string place)
    {
        if (!Directory.Exists(place))
            return [place];
        try
        {
            return [.. Directory.EnumerateFiles(place, "*" + RecordingDictionary.FileExtension).Order(StringComparer.Ordinal).Take(MaxFiles)];
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            return [];
        }
    }

    /// <summary>What can't be read, or is no dictionary, is not the one that is looked for.</summary>
    private static RecordingDictionary? TryLoad(string path)
    {
        try
        {
            return RecordingDictionary.Load(path);
        }
        catch (RecordingException)
        {
            return null;
        }
    }
}
