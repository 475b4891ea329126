using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Apis;

/// <summary>
/// Reads one line of <c>Reenact.Determinism.txt</c>:
/// <code>documentation-id = deterministic | nondeterministic [rule] [| what to do instead]</code>
/// A <c>#</c> at the beginning or after white space starts a comment, unless it stands in what to do instead.
/// </summary>
internal static class StatedApiLine
{
    private static readonly DiagnosticDescriptor[] Rules =
        [Descriptors.WallClock, Descriptors.Randomness, Descriptors.HostEnvironment, Descriptors.InputOutput, Descriptors.Scheduling];

    /// <summary>What the line says; two nulls for an empty line.</summary>
    public static (StatedApi? Stated, string? Problem) Read(string line, int number)
    {
        var (statement, note) = Cut(line);
        if (statement.Length == 0)
            return note is null ? default : (null, "an API and its verdict are missing before '|'");

        var parts = statement.Split('=');
        if (parts.Length != 2)
            return (null, "write one 'documentation-id = deterministic' or 'documentation-id = nondeterministic'");
        var id = parts[0].Trim();
        if (StatedApiId.Problem(id) is { } problem)
            return (null, problem);

        var words = parts[1].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0
            ? (null, "the verdict is missing: write 'deterministic' or 'nondeterministic'")
            : words[0] switch
            {
                "deterministic" => Deterministic(id, words, number),
                "nondeterministic" => Nondeterministic(id, words, note, number),
                var verdict => (null, $"'{verdict}' is no verdict: write 'deterministic' or 'nondeterministic'"),
            };
    }

    private static (StatedApi? Stated, string? Problem) Deterministic(string id, string[] words, int number) => words.Length == 1
        ? (new StatedApi(id, new ApiVerdict(rule: null, remedy: ""), number), null)
        : (null, "nothing but a reason after '|' can follow 'deterministic'");

    private static (StatedApi? Stated, string? Problem) Nondeterministic(string id, string[] words, string? remedy, int number)
    {
        if (words.Length > 2)
            return (null, "at most a rule, and '|' with what to do instead, can follow 'nondeterministic'");
        var rule = words.Length == 1 ? Descriptors.InputOutput : Array.Find(Rules, known => known.Id == words[1]);
        if (rule is null)
            return (null, $"'{words[1]}' is not one of the rules REEN2001 to REEN2005");
        if (string.IsNullOrEmpty(remedy))
            remedy = rule == Descriptors.InputOutput ? Remedies.Record : Remedies.Elsewhere;
        return (new StatedApi(id, new ApiVerdict(rule, remedy!), number), null);
    }

    private static (string Statement, string? Note) Cut(string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '|')
                return (line.Substring(0, i).Trim(), line.Substring(i + 1).Trim().TrimEnd('.'));

            // Documentation ids have a '#' inside: 'M:System.Random.#ctor'.
            if (line[i] == '#' && (i == 0 || char.IsWhiteSpace(line[i - 1])))
                return (line.Substring(0, i).Trim(), null);
        }

        return (line.Trim(), null);
    }
}
