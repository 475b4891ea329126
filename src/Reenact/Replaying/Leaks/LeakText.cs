using System.Globalization;
using System.Text;
using Reenact.Values;

namespace Reenact.Replaying.Leaks;

/// <summary>Prints leaks for people.</summary>
internal static class LeakText
{
    public static string Print(Leak leak)
    {
        var text = new StringBuilder(Describe(leak));
        if (leak.Times > 1)
        {
            text.Append(CultureInfo.InvariantCulture, $", {leak.Times} times");
        }

        text.Append(leak.After is { } after ? $", after {after}" : ", before the first recorded call");
        if (leak.Through is { } through)
        {
            text.Append("\n    through ").Append(through);
        }

        for (var i = 0; i < leak.Stack.Count; i++)
        {
            text.Append("\n    ").Append(i > 0 ? "   " : leak.Kind == LeakKind.Process ? "before " : "at ").Append(leak.Stack[i]);
        }

        return text.ToString();
    }

    /// <summary>What the code did, in one line.</summary>
    public static string Describe(Leak leak)
    {
        var target = TextEscape.Message(leak.Target);
        return leak.Kind switch
        {
            LeakKind.Http => $"HTTP request to {target}",
            LeakKind.Dns => $"DNS query for {target}",
            LeakKind.Socket => $"connection at {target}",
            _ => $"process {target} started",
        };
    }
}
