using Reenact.Events;
using Reenact.Sessions;

namespace Reenact.Replaying;

/// <summary>One recorded call, or the session itself, and how far a replay has used it.</summary>
internal sealed class ScriptCall
{
    private readonly Dictionary<(CaptureSource Source, string? Name), Queue<ValueCapturedEvent>> captures = [];
    private readonly LinkedList<ProgressEvent> reports = new();
    private int firstUnused;
    private ScriptStream? stream;

    /// <summary>The session itself, or a call that the recording doesn't have: nothing is recorded inside yet.</summary>
    public ScriptCall()
    {
    }

    private ScriptCall(RecordedSpan recorded, ScriptCall parent)
    {
        Recorded = recorded;
        Parent = parent;
        foreach (var happened in recorded.Events)
        {
            if (happened is ValueCapturedEvent capture)
            {
                Add(capture);
            }
            else if (happened is ProgressEvent report && report.Sequence < (recorded.End?.Sequence ?? long.MaxValue))
            {
                reports.AddLast(report);
            }
        }

        Add(recorded.Children);
    }

    /// <summary>What is recorded of it; null for the session itself and for a call that the recording doesn't have.</summary>
    public RecordedSpan? Recorded { get; }

    public ScriptCall? Parent { get; }

    /// <summary>Whether its body runs again.</summary>
    public bool IsReplayed => Recorded is null || Recorded.Method.Kind == CallKind.Agent;

    /// <summary>The stream that the call returned, as far as it is recorded. Only for a call that is.</summary>
    public ScriptStream Stream => stream ??= new ScriptStream(Recorded!);

    public uint Span => (uint)(Recorded?.Id ?? 0);

    /// <summary>The calls made inside it, in the order of their starts.</summary>
    public List<ScriptCall> Children { get; } = [];

    /// <summary>What it reported that the replay has not come to, in order.</summary>
    public IReadOnlyCollection<ProgressEvent> Reports => reports;

    /// <summary>Whether the replay has made this call.</summary>
    public bool Used { get; private set; }

    /// <summary>The next call to be made inside it, if there is one.</summary>
    public ScriptCall? NextUnused
    {
        get
        {
            while (firstUnused < Children.Count && Children[firstUnused].Used)
            {
                firstUnused++;
            }

            return firstUnused < Children.Count ? Children[firstUnused] : null;
        }
    }

    public IEnumerable<ScriptCall> Unused => NextUnused is null ? [] : Children.Skip(firstUnused).Where(child => !child.Used);

    public void Use() => Used = true;

    /// <summary>The replay has come to a report.</summary>
    public void Use(ProgressEvent report) => reports.Remove(report);

    public void Add(IEnumerable<RecordedSpan> children)
    {
        foreach (var child in children)
        {
            Children.Add(new ScriptCall(child, this));
        }
    }

    public void Add(ValueCapturedEvent capture)
    {
        if (!captures.TryGetValue((capture.Source, capture.Name), out var queue))
        {
            captures.Add((capture.Source, capture.Name), queue = new Queue<ValueCapturedEvent>());
        }

        queue.Enqueue(capture);
    }

    /// <summary>Takes the next captured value of a source; null when there is none left.</summary>
    public ValueCapturedEvent? TakeCapture(CaptureSource source, string? name) =>
        captures.TryGetValue((source, name), out var queue) && queue.TryDequeue(out var capture) ? capture : null;
}
