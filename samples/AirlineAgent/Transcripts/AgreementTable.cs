using System.Globalization;
using Microsoft.Extensions.AI;

namespace AirlineAgent.Transcripts;

/// <summary>Counts, for each tool, how often its answer is the one in the transcripts.</summary>
public sealed class AgreementTable
{
    private readonly SortedDictionary<string, int[]> counts = new(StringComparer.Ordinal);

    /// <summary>How many tool calls were compared.</summary>
    public int Calls => counts.Values.Sum(tool => tool.Sum());

    /// <summary>How many of them came out so.</summary>
    public int Count(Agreement agreement) => counts.Values.Sum(tool => tool[(int)agreement]);

    /// <summary>How many calls of a tool came out so.</summary>
    public int Count(string tool, Agreement agreement) => counts.TryGetValue(tool, out var known) ? known[(int)agreement] : 0;

    /// <summary>Compares the answers in a conversation with those in its transcript, in order.</summary>
    public void Add(Transcript transcript, IEnumerable<ChatMessage> conversation)
    {
        var answers = conversation.SelectMany(message => message.Contents).OfType<FunctionResultContent>();
        foreach (var (then, now) in transcript.Messages.Where(message => message.Role == "tool").Zip(answers))
        {
            var tool = then.Name ?? "";
            if (!counts.TryGetValue(tool, out var known))
                counts[tool] = known = new int[3];
            known[(int)AnswerComparison.Compare(then.Content ?? "", now.Result)]++;
        }
    }

    /// <summary>The table as text, a tool a line.</summary>
    public override string ToString() => string.Join(
        Environment.NewLine,
        counts.Select(tool => Line(tool.Key, tool.Value))
            .Prepend(string.Create(CultureInfo.InvariantCulture, $"{"tool",-32}{"calls",8}{"same",8}{"renamed",10}{"different",12}"))
            .Append(Line("all", [Count(Agreement.Same), Count(Agreement.Renamed), Count(Agreement.Different)])));

    private static string Line(string name, int[] counts) =>
        string.Create(CultureInfo.InvariantCulture, $"{name,-32}{counts.Sum(),8}{counts[0],8}{counts[1],10}{counts[2],12}");
}
