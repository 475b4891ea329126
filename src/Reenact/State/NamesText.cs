using Reenact.Values;

namespace Reenact.States;

/// <summary>Lists names in messages, so that a person who mistyped one sees what there is.</summary>
internal static class NamesText
{
    private const int Most = 20;

    /// <summary>The names in quotes; what to say where there is none.</summary>
    public static string List(IEnumerable<string> names, string none)
    {
        var all = names.ToList();
        var listed = string.Join(", ", all.Take(Most).Select(static name => $"\"{TextEscape.Message(name)}\""));
        return all.Count == 0 ? none : all.Count <= Most ? listed : $"{listed} and {all.Count - Most} more";
    }
}
