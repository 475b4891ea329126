using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Reenact.Cli;

/// <summary>Durations on the command line: <c>90s</c>, <c>10m</c>, <c>1h</c>.</summary>
internal static class DurationInput
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public static Option<TimeSpan?> Option(string name, string description) => new(name) { Description = description, CustomParser = Parse };

    private static TimeSpan? Parse(ArgumentResult argument)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        TimeSpan? unit = text.Length < 2 ? null : text[^1] switch
        {
            's' => TimeSpan.FromSeconds(1),
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            _ => null,
        };
        if (unit is { } known && int.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            && number <= Longest / known)
        {
            return number * known;
        }

        argument.AddError($"'{text}' is no duration. Write a whole number with its unit, such as 90s, 10m or 1h, of 7 days at most.");
        return null;
    }
}
