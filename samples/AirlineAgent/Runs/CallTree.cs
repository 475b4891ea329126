using System.Text;
using Reenact;
using Reenact.Events;

namespace AirlineAgent.Runs;

/// <summary>Prints the calls of a recording, each below the one that made it.</summary>
internal static class CallTree
{
    private const int LongestText = 70;

    public static string Print(Recording recording)
    {
        var text = new StringBuilder();
        foreach (var call in recording.Calls)
            Append(text, call, depth: 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, RecordedSpan call, int depth)
    {
        text.Append(' ', depth * 2).Append($"{call.Method.Kind,-9} {ShortName(call.Method.Name)}");
        switch (call.End)
        {
            case CallFailedEvent failed:
                text.Append($"  refused: {Shorten(failed.Failure.Message)}");
                break;
            case CallReturnedEvent returned when call.Method.Kind == CallKind.Human:
                text.Append($"  \"{Shorten(returned.Result.ReadText() ?? "")}\"");
                break;
        }

        text.AppendLine();
        foreach (var inner in call.Children)
            Append(text, inner, depth + 1);
    }

    // Type.Method of Namespace.Type.Method.
    private static string ShortName(string name) => string.Join('.', name.Split('.')[^2..]);

    private static string Shorten(string text) => text.Length <= LongestText ? text : $"{text[..LongestText].TrimEnd()}…";
}
