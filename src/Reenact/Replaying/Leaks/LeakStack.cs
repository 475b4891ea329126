namespace Reenact.Replaying.Leaks;

/// <summary>Where in somebody's code a leak is, taken from the text of a stack: reading it asks for no reflection.</summary>
/// <param name="Frames">The frames that are nobody's library, innermost first: <c>App.Agent.AskAsync(String question) in /src/Agent.cs:line 12</c>.</param>
/// <param name="Through">What the innermost of them called in a library; null when nothing lies between.</param>
/// <param name="ThroughHttp">Whether the stack belongs to an HTTP client: it resolves and connects on its own threads.</param>
internal sealed record LeakStack(IReadOnlyList<string> Frames, string? Through, bool ThroughHttp)
{
    private const int MostFrames = 8;
    private const string Marker = "   at ";

    private static readonly string[] Libraries =
    [
        "System.", "Microsoft.", "Interop.", "Reenact.Replaying.", "Reenact.Sessions.", "Reenact.Shims.", "Reenact.SessionReplay.", "Reenact.Deterministic.",
    ];

    /// <summary>The stack of the calling thread.</summary>
    public static LeakStack Here() => Parse(Environment.StackTrace);

    public static LeakStack Parse(string stack)
    {
        var frames = new List<string>();
        string? through = null;
        var throughHttp = false;
        string? last = null;
        foreach (var line in stack.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var frame = line.StartsWith(Marker.Trim() + " ", StringComparison.Ordinal) ? line[(Marker.Length - 3)..] : line;
            if (!Libraries.Any(library => frame.StartsWith(library, StringComparison.Ordinal)))
            {
                // The runtime shows an asynchronous method and what started it; emitted shims say nothing about where.
                if (NameOf(frame) != last && !frame.Contains("Reenact.Generators.RecordedMethodGenerator", StringComparison.Ordinal))
                {
                    frames.Add(frame);
                }

                last = NameOf(frame);
            }
            else if (frames.Count == 0)
            {
                throughHttp |= frame.StartsWith("System.Net.Http.", StringComparison.Ordinal);
                through = IsPlumbing(frame) ? through : NameOf(frame);
            }

            if (frames.Count == MostFrames)
            {
                break;
            }
        }

        return new LeakStack(frames, frames.Count == 0 ? null : through, throughHttp);
    }

    /// <summary>Frames by which asynchronous code is started and resumed; they say nothing about what was called.</summary>
    private static bool IsPlumbing(string frame) =>
        frame.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal)
        || frame.StartsWith("System.Threading.", StringComparison.Ordinal)
        || frame.StartsWith("System.Diagnostics.Tracing.", StringComparison.Ordinal)
        || frame.StartsWith("System.Environment.", StringComparison.Ordinal)
        || frame.StartsWith("Reenact.", StringComparison.Ordinal);

    private static string NameOf(string frame)
    {
        var end = frame.IndexOfAny(['(', '[']);
        return (end < 0 ? frame : frame[..end]).Replace("AsyncCore", "Async", StringComparison.Ordinal);
    }
}
