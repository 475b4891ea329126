using System.Globalization;

namespace Reenact.Cli.Tests.Injection;

/// <summary>Text that acts wherever it is shown as it is: on a terminal, in a log, in Markdown, HTML or XML.</summary>
internal static class HostileText
{
    /// <summary>Stands in all of it, so that a test can tell that the text is shown at all.</summary>
    public const string Word = "forged";

    /// <summary>Nothing but this stands before the first command, as where a field is printed at the start of a line.</summary>
    public const string All =
        "::error::" + Word + "\n::set-output name=x::1\r\n  ::warning file=a.cs::b\n##vso[task.setvariable variable=PATH]x\n##[error]y\n##teamcity[z]\n" +
        "\u001b[2J\u001b]0;title\a\u009b31m\b\b\u0007\u007f\u202Egnp.exe\u202C\u2066x\u2069\u200E\uFEFF\u2028\u2029|a|b|\n\n# h\n```\n`x`[a](javascript:b)" +
        "<script>alert(1)</script><img src=x onerror=y>]]>&amp;@everyone ";

    /// <summary>What of it would act on a terminal or on a build server.</summary>
    public static IEnumerable<string> ActingIn(string output)
    {
        foreach (var line in output.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.TrimStart().StartsWith("::", StringComparison.Ordinal) || line.Contains("##vso[", StringComparison.Ordinal)
                || line.Contains("##[", StringComparison.Ordinal) || line.Contains("##teamcity[", StringComparison.Ordinal))
            {
                yield return $"a command of a build server: {line.Trim()}";
            }

            for (var at = 0; at < line.Length; at++)
            {
                if (CharUnicodeInfo.GetUnicodeCategory(line, at) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                    && line[at] is not '\t')
                {
                    yield return $"U+{(int)line[at]:X4} in: {line.Trim()}";
                }
            }
        }
    }
}
