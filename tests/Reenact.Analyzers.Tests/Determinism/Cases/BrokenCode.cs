using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Reenact.Analyzers.Tests.Determinism.Cases;

/// <summary>Code as it is while somebody types: tokens are missing, doubled, in the wrong place, or the file ends early.</summary>
internal static class BrokenCode
{
    public static List<(string Path, string Text)> Edit(IReadOnlyList<(string Path, string Text)> files, Random random)
    {
        var edited = files.ToList();
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var at = random.Next(edited.Count);
            edited[at] = (edited[at].Path, Edit(edited[at].Text, random));
        }

        return edited;
    }

    private static string Edit(string text, Random random)
    {
        var tokens = SyntaxFactory.ParseTokens(text, options: TestProject.ParseOptions).Where(static token => !token.IsKind(SyntaxKind.EndOfFileToken)).ToList();
        if (tokens.Count < 2)
            return text;
        var span = tokens[random.Next(tokens.Count)].Span;
        var other = tokens[random.Next(tokens.Count)].ToString();
        return random.Next(5) switch
        {
            0 => text.Remove(span.Start, span.Length),
            1 => text.Insert(span.End, " " + text.Substring(span.Start, span.Length)),
            2 => text[..span.Start],
            3 => text[..span.Start] + other + text[span.End..],
            _ => text.Insert(span.Start, other + " "),
        };
    }
}
