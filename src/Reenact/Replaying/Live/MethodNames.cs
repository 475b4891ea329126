using Reenact.Values;

namespace Reenact.Replaying;

/// <summary>Finds methods by names that people write: full names, or ends of them that are whole words and of one method only.</summary>
internal static class MethodNames
{
    private const int ShownCandidates = 8;

    /// <summary>Whether a full name is the name, or ends with it after a dot or the plus of a nested type.</summary>
    public static bool IsNamed(string method, string name) =>
        method.EndsWith(name, StringComparison.Ordinal)
        && (method.Length == name.Length || method[^(name.Length + 1)] is '.' or '+');

    /// <summary>The full name that a name stands for.</summary>
    /// <param name="name">What a person wrote.</param>
    /// <param name="methods">The full names there are.</param>
    /// <param name="where">What has them, for the message: a recording's path.</param>
    /// <param name="replayed">The full names of methods that run in every replay, for the message.</param>
    /// <exception cref="ArgumentException">It is the name of no method, or of several.</exception>
    public static string Resolve(string name, IReadOnlySet<string> methods, string where, IReadOnlySet<string> replayed)
    {
        if (methods.Contains(name))
        {
            return name;
        }

        var named = methods.Where(method => IsNamed(method, name)).Order(StringComparer.Ordinal).ToList();
        return named switch
        {
            [var only] => only,
            [] when replayed.Order(StringComparer.Ordinal).FirstOrDefault(method => IsNamed(method, name)) is { } running => throw new ArgumentException(
                $"{TextEscape.Message(running)} is replayed: its code runs in every replay, so it can't be made live or get another result. {Candidates(Nearest(name, methods))}"),
            [] => throw new ArgumentException(
                $"No recorded method of {where} is named \"{TextEscape.Message(name)}\". {Candidates(Nearest(name, methods))} "
                + "Give the full name, or an end of it that is whole words, Async included."),
            _ => throw new ArgumentException($"\"{TextEscape.Message(name)}\" is the name of {named.Count} methods of {where}. Name one of them: {List(named)}."),
        };
    }

    private static string Candidates(List<string> methods) =>
        methods.Count == 0 ? "It has no recorded calls." : $"It has {List(methods)}.";

    /// <summary>All methods, those first whose name has the words that were written.</summary>
    private static List<string> Nearest(string name, IReadOnlySet<string> methods)
    {
        var last = name[(name.LastIndexOfAny(['.', '+']) + 1)..];
        var stem = last.EndsWith("Async", StringComparison.Ordinal) && last.Length > 5 ? last[..^5] : last;
        return
        [
            .. methods
                .OrderByDescending(method => method.Contains(stem, StringComparison.OrdinalIgnoreCase))
                .ThenBy(method => method, StringComparer.Ordinal),
        ];
    }

    private static string List(List<string> methods)
    {
        var shown = string.Join(", ", methods.Take(ShownCandidates).Select(TextEscape.Message));
        return methods.Count <= ShownCandidates ? shown : $"{shown} and {methods.Count - ShownCandidates} more";
    }
}
