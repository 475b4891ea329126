using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Reenact.Cli;

/// <summary>Sizes of memory on the command line: <c>512m</c>, <c>2g</c>, in powers of 1024.</summary>
internal static class SizeInput
{
    private const long Least = 32L << 20;
    private const long Most = 1L << 46;

    public static Option<long?> Option(string name, string description) => new(name) { Description = description, CustomParser = Parse };

    private static long? Parse(ArgumentResult argument)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        var shift = text.Length < 2 ? 0 : char.ToLowerInvariant(text[^1]) switch
        {
            'k' => 10,
            'm' => 20,
            'g' => 30,
            _ => 0,
        };
        if (shift > 0 && long.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= Most >> shift && number << shift >= Least)
        {
            return number << shift;
        }

        argument.AddError($"'{text}' is no size. Write a whole number with its unit, such as 512m or 2g, of 32m at least.");
        return null;
    }
}
