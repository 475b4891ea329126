using System.Diagnostics.CodeAnalysis;

namespace Reenact.Integrity;

/// <summary>Checkpoints one after the other, each followed by an empty line: what a sidecar holds. One alone needs no empty line.</summary>
public static class CheckpointLog
{
    /// <summary>Reads checkpoints.</summary>
    /// <param name="text">The text, in UTF-8. What a crash left of a last one that is not whole is left out, where others are before it.</param>
    /// <param name="checkpoints">The checkpoints, at least one.</param>
    /// <param name="problem">Why they are none; null when they are.</param>
    /// <returns>Whether they are checkpoints.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out IReadOnlyList<Checkpoint>? checkpoints, [NotNullWhen(false)] out string? problem)
    {
        var found = new List<Checkpoint>();
        checkpoints = null;
        problem = text.IsEmpty ? "it is empty" : null;
        while (!text.IsEmpty)
        {
            // A text without empty lines, an empty line, signature lines.
            var length = text.IndexOf("\n\n"u8) + 2;
            var isWhole = length >= 2;
            length = isWhole ? length + SignaturesLength(text[length..], ref isWhole) : text.Length;
            if (!Checkpoint.TryParse(text[..length], out var checkpoint, out problem))
            {
                if (isWhole || found.Count == 0)
                {
                    problem = $"checkpoint {found.Count + 1} is none: {problem}";
                    return false;
                }

                problem = null;
                break;
            }

            found.Add(checkpoint);
            text = text[length..];
            if (text.StartsWith("\n"u8))
                text = text[1..];
        }

        checkpoints = problem is null ? found : null;
        return problem is null;
    }

    private static int SignaturesLength(ReadOnlySpan<byte> text, ref bool isWhole)
    {
        var length = 0;
        while (length < text.Length && text[length] != '\n')
        {
            var end = text[length..].IndexOf((byte)'\n');
            if (end < 0)
            {
                isWhole = false;
                return text.Length;
            }

            length += end + 1;
        }

        return length;
    }
}
