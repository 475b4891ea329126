namespace Reenact.Values;

/// <summary>
/// Commands that build servers take from what a build prints: GitHub's <c>::error::</c> at the start of a line, and the
/// <c>##[…]</c>, <c>##vso[…]</c> and <c>##teamcity[…]</c> of GitHub, Azure Pipelines and TeamCity anywhere in one. A recording's text
/// must not give any.
/// </summary>
internal static class WorkflowCommands
{
    /// <summary>How many letters may stand between the signs and the bracket.</summary>
    private const int LongestName = 16;

    /// <summary>Whether a command may begin here.</summary>
    /// <param name="text">The text from here on.</param>
    /// <param name="startsLine">Whether nothing but white space stands before it on its line.</param>
    public static bool StartAt(ReadOnlySpan<char> text, bool startsLine) => text[0] switch
    {
        ':' => startsLine && text.StartsWith("::"),
        '#' => IsBracketed(text),
        _ => false,
    };

    private static bool IsBracketed(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("##"))
        {
            return false;
        }

        for (var at = 2; at < text.Length && at < LongestName; at++)
        {
            if (!char.IsAsciiLetterOrDigit(text[at]))
            {
                return text[at] == '[';
            }
        }

        return false;
    }
}
