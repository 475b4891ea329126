namespace Reenact.Events;

/// <summary>A call of a recording, with what happened in it. Immutable and thread-safe once the recording hands it out.</summary>
public sealed class RecordedSpan
{
    private List<RecordedSpan>? children;
    private List<RecordedEvent>? events;

    internal RecordedSpan(CallStartedEvent start, RecordedSpan? parent)
    {
        Start = start;
        Parent = parent;
    }

    /// <summary>The number of the call in its recording, from 1.</summary>
    public long Id => Start.Span;

    /// <summary>The call that it was made in; null for one that the session itself made.</summary>
    public RecordedSpan? Parent { get; }

    /// <summary>What was called.</summary>
    public MethodDefinition Method => Start.Method;

    /// <summary>The recorded arguments, in order of the method's parameters.</summary>
    public IReadOnlyList<RecordedValue> Arguments => Start.Arguments;

    /// <summary>How it started.</summary>
    public CallStartedEvent Start { get; }

    /// <summary>How it ended: a <see cref="CallReturnedEvent"/> or a <see cref="CallFailedEvent"/>; null when it had not by the end of the recording, and for a stream that didn't fail. What a stream failed with stands here, too, also when that was its disposal.</summary>
    public RecordedEvent? End { get; private set; }

    /// <summary>How the stream that it returned ended; null when it returned none.</summary>
    public StreamEndedEvent? StreamEnd { get; private set; }

    /// <summary>The calls made in it, in order of their starts.</summary>
    public IReadOnlyList<RecordedSpan> Children => children ?? (IReadOnlyList<RecordedSpan>)[];

    /// <summary>What else happened in it, in order: captured values, stream items, progress, decisions, notes.</summary>
    public IReadOnlyList<RecordedEvent> Events => events ?? (IReadOnlyList<RecordedEvent>)[];

    /// <summary>Whether its end is recorded, whichever way a call of its kind ends.</summary>
    internal bool HasEnded => LastEvent is not null;

    /// <summary>The event that ended it; null when there is none.</summary>
    internal RecordedEvent? LastEvent => End ?? StreamEnd;

    internal void Add(RecordedSpan child) => (children ??= []).Add(child);

    internal void Add(RecordedEvent happened)
    {
        switch (happened)
        {
            case CallReturnedEvent or CallFailedEvent when End is null:
                End = happened;
                break;
            case StreamEndedEvent ended when StreamEnd is null:
                StreamEnd = ended;
                break;
            default:
                (events ??= []).Add(happened);
                break;
        }
    }
}
