using Reenact.Events;
using Reenact.Sessions;

namespace Reenact.Replaying;

/// <summary>One recorded call, or the session itself, and how far a replay has used it.</summary>
internal sealed class ScriptCall
{
    private readonly Dictionary<(CaptureSource Source, string? Name), Queue<ValueCapturedEvent>> captures = [];
    private readonly LinkedList<ProgressEvent> reports = new();
    private readonly RecordedSpan? recorded;
    private int firstUnused;
    private ScriptStream? stream;

    /// <summary>The session itself, or a call that the recording doesn't have: nothing is recorded inside yet.</summary>
    public ScriptCall()
    {
    }

    private ScriptCall(RecordedSpan recorded, ScriptCall parent)
    {
        this.recorded = recorded;
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

    /// <summary>Whether it is a recorded call: neither the session itself nor a call that the recording doesn't have.</summary>
    public bool IsRecorded => recorded is not null;

    /// <summary>How it started. Only of a recorded call.</summary>
    public CallStartedEvent Start => recorded!.Start;

    /// <summary>What was called. Only of a recorded call.</summary>
    public MethodDefinition Method => recorded!.Method;

    /// <summary>The recorded arguments. Only of a recorded call.</summary>
    public IReadOnlyList<RecordedValue> Arguments => recorded!.Arguments;

    /// <summary>How it returned or failed; null when the recording doesn't say.</summary>
    public RecordedEvent? End => recorded?.End;

    /// <summary>How the stream that it returned ended; null when it returned none.</summary>
    public StreamEndedEvent? StreamEnd => recorded?.StreamEnd;

    /// <summary>The event that ended it; null when there is none.</summary>
    public RecordedEvent? LastEvent => recorded?.LastEvent;

    /// <summary>Whether its end is recorded, whichever way a call of its kind ends.</summary>
    public bool HasEnded => recorded is { HasEnded: true };

    public ScriptCall? Parent { get; }

    /// <summary>Where the replay of it is recorded; null where it is not.</summary>
    public ForkedCall? Forked { get; set; }

    /// <summary>Whether its body runs again.</summary>
    public bool IsReplayed => recorded is null || recorded.Method.Kind == CallKind.Agent;

    /// <summary>The stream that the call returned, as far as it is recorded. Only for a call that is.</summary>
    public ScriptStream Stream => stream ??= new ScriptStream(recorded!);

    public uint Span => (uint)(recorded?.Id ?? 0);

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

    /// <summary>The calls inside it that the replay has made, and that are not over in every respect: streams, and calls whose body runs.</summary>
    public IEnumerable<ScriptCall> Unfinished => Children.Where(child => child.Used);

    /// <summary>How many of the calls inside it the replay has made of a method.</summary>
    public int CountUsed(string method) => Children.Count(child => child.Used && child.Method.Name == method);

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
