using Reenact.Events;

namespace Reenact.Cli;

/// <summary>What happened in a session, as a tree: each item is a <see cref="RecordedSpan"/> or a <see cref="RecordedEvent"/>.</summary>
internal sealed class SessionOutline
{
    private SessionOutline(Recording recording, SessionStartedEvent? start, List<RecordedEvent> outside, SessionEndedEvent? end)
    {
        Start = start;
        End = end;
        Roots = InOrder(recording.Calls, outside);
        Names = new ShortNames(Methods(recording.Calls));
        FindCall = recording.FindCall;
        Snapshots = new SnapshotText(recording);
    }

    public SessionStartedEvent? Start { get; }

    public SessionEndedEvent? End { get; }

    /// <summary>What the session itself did.</summary>
    public IReadOnlyList<object> Roots { get; }

    public ShortNames Names { get; }

    /// <summary>Finds a call by its span; null when there is none.</summary>
    public Func<long, RecordedSpan?> FindCall { get; }

    /// <summary>What is said of snapshots.</summary>
    public SnapshotText Snapshots { get; }

    public static SessionOutline Of(Recording recording)
    {
        var outside = new List<RecordedEvent>();
        SessionStartedEvent? start = null;
        SessionEndedEvent? end = null;
        foreach (var happened in recording.ReadEvents())
        {
            switch (happened)
            {
                case CallStartedEvent or DefinitionEvent or BlobEvent:
                    break;
                case SessionStartedEvent started:
                    start = started;
                    break;
                case SessionEndedEvent ended:
                    end = ended;
                    break;
                case { Span: 0 }:
                    outside.Add(happened);
                    break;
                case { Span: var span } when recording.FindCall(span) is null:
                    // The start of its call is lost.
                    outside.Add(happened);
                    break;
            }
        }

        return new SessionOutline(recording, start, outside, end);
    }

    /// <summary>What happened in a call, in order.</summary>
    public static IReadOnlyList<object> Inside(RecordedSpan span) => InOrder(span.Children, span.Events);

    private static List<object> InOrder(IReadOnlyList<RecordedSpan> calls, IReadOnlyList<RecordedEvent> events)
    {
        var items = new List<object>(calls.Count + events.Count);
        items.AddRange(calls);
        items.AddRange(events);
        items.Sort((one, other) => SequenceOf(one).CompareTo(SequenceOf(other)));
        return items;
    }

    private static long SequenceOf(object item) => item is RecordedSpan span ? span.Start.Sequence : ((RecordedEvent)item).Sequence;

    private static IEnumerable<string> Methods(IReadOnlyList<RecordedSpan> calls)
    {
        var waiting = new Stack<RecordedSpan>(calls);
        while (waiting.TryPop(out var span))
        {
            yield return span.Method.Name;
            foreach (var child in span.Children)
            {
                waiting.Push(child);
            }
        }
    }
}
