using Reenact.Events;
using Reenact.Format;

namespace Reenact.Replaying;

/// <summary>
/// A recording as one replay comes to it: read forward as far as the replay asks, kept until the replay has used it, and forgotten then.
/// What replayed code does not see, as the calls inside calls that are served, is passed over. Thread-safe.
/// </summary>
internal sealed class Script
{
    /// <summary>How many events are read ahead to find out whether a call was complete when it returned.</summary>
    public const int Window = 1000;

    private readonly EventCursor cursor;
    private readonly SpanSet started = new();
    private readonly Dictionary<long, ScriptCall> open = [];
    private readonly Dictionary<long, int> late;
    private (ScriptCall Inside, long Span)? expected;
    private bool skips;
    private bool atEnd;

    private Script(Recording recording, ScriptFacts facts)
    {
        Recording = recording;
        Facts = facts;
        Blobs = new ReplayBlobs(recording.Blobs);
        Root = new ScriptCall(this);
        cursor = recording.Walk();
        late = new Dictionary<long, int>(facts.Late);
        started.Add(0);
    }

    /// <summary>Held while the script is read, and by the engine while it decides.</summary>
    public Lock Gate { get; } = new();

    public Recording Recording { get; }

    /// <summary>What is known of the whole recording.</summary>
    public ScriptFacts Facts { get; }

    /// <summary>The session itself.</summary>
    public ScriptCall Root { get; }

    public ReplayBlobs Blobs { get; }

    /// <summary>The recorded events that code awaits. Only in the lock.</summary>
    public AwaitedEvents Awaited { get; } = new();

    /// <summary>How many events of calls that replayed code made were read.</summary>
    public long Read { get; private set; }

    /// <summary>The number of the event that is read next.</summary>
    public long Position { get; private set; }

    /// <summary>What stopped the reading before the end; null when nothing did.</summary>
    public RecordingException? Damage { get; private set; }

    /// <summary>Whether the replay begins behind the recording's beginning: what is before counts as made.</summary>
    public bool HasSkipped { get; private set; }

    /// <inheritdoc cref="ScriptFacts.IsWhole"/>
    public bool IsWhole => Facts.IsWhole;

    /// <inheritdoc cref="ScriptFacts.Exactness"/>
    public Exactness Exactness => Facts.Exactness;

    /// <inheritdoc cref="ScriptFacts.Calls"/>
    public int Calls => Facts.Calls;

    /// <inheritdoc cref="ScriptFacts.HasBranches"/>
    public bool HasBranches => Facts.HasBranches;

    /// <inheritdoc cref="ScriptFacts.Resumptions"/>
    public IReadOnlyList<ResumedEvent> Resumptions => Facts.Resumptions;

    /// <summary>Whether the recording has calls of a method with this very signature.</summary>
    public bool Has(string method, ulong signature) => Facts.Methods.Contains((method, signature));

    /// <summary>Prepares a replay: the recording is walked over once, without reading its values.</summary>
    /// <exception cref="RecordingException">The recording is damaged, or can't be read.</exception>
    public static Script Open(Recording recording) => new(recording, ScriptSurvey.Run(recording));

    /// <summary>Reads on to the next event that the replay comes to.</summary>
    /// <param name="wanted">The call for which it is read.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="RecordingException">The recording is damaged there, or can't be read.</exception>
    public bool ReadNext(ScriptCall? wanted = null)
    {
        lock (Gate)
        {
            if (Damage is not null)
            {
                throw Damage;
            }

            if (wanted is { IsOpen: false })
            {
                return true; // Another thread has read its last event just now.
            }

            var read = Read;
            while (Read == read)
            {
                if (atEnd || !MoveNext())
                {
                    return false;
                }

                Position = cursor.Sequence + 1;
                Add(cursor.Head);
            }

            return true;
        }
    }

    /// <summary>
    /// Begins the replay at an event: what is before it counts as made. Calls that were in flight there and whose bodies run again can be found
    /// with <see cref="FindOpen"/>.
    /// </summary>
    /// <exception cref="RecordingException">The recording is damaged before it, or can't be read.</exception>
    public void SkipTo(long sequence)
    {
        lock (Gate)
        {
            skips = true;
            HasSkipped = true;
            while (!atEnd && Position < sequence && MoveNext())
            {
                Position = cursor.Sequence + 1;
                Add(cursor.Head);
            }

            skips = false;
            Root.SkipRead();
            foreach (var call in open.Values)
            {
                call.SkipRead();
            }
        }
    }

    /// <summary>Says that only one call is expected inside a call, or the session: others there are passed over.</summary>
    public void Expect(ScriptCall inside, long span)
    {
        lock (Gate)
        {
            expected = (inside, span);
        }
    }

    /// <summary>A call that was read, made by replayed code, and may have more to come; null where there is none of that number.</summary>
    public ScriptCall? FindOpen(long span)
    {
        lock (Gate)
        {
            return open.GetValueOrDefault(span);
        }
    }

    /// <summary>Reads the start of a call once more.</summary>
    /// <exception cref="RecordingException">It can't be read.</exception>
    public CallStartedEvent ReadStart(long sequence) =>
        Recording.ReadEvent(sequence) as CallStartedEvent ?? throw new RecordingException(
            RecordingErrorKind.Damaged, Recording.Path, $"{Recording.Path}: event {sequence} was read before, and is no start of a call now. The recording was changed during the replay.");

    private bool MoveNext()
    {
        try
        {
            if (cursor.MoveNext())
            {
                return true;
            }
        }
        catch (RecordingException exception)
        {
            Damage ??= exception;
            throw;
        }

        atEnd = true;
        Root.Close();
        foreach (var call in open.Values)
        {
            call.Close();
        }

        open.Clear();
        return false;
    }

    private void Add(EventHead head)
    {
        switch (head.Kind)
        {
            case EventKind.CallStarted:
                AddStart(head);
                break;
            case EventKind.ValueCaptured when head.Span == 0:
                Read++;
                if (!skips && Parse() is { } capture)
                {
                    Root.Add(capture);
                }

                break;
            case EventKind.Snapshot or EventKind.Decision:
                AddStatement(head);
                break;
            case EventKind.CallReturned or EventKind.CallFailed or EventKind.StreamEnded:
                AddInside(head, isEnd: true);
                break;
            case EventKind.StreamItem or EventKind.ValueCaptured or EventKind.Progress:
                AddInside(head, isEnd: false);
                break;
        }
    }

    private void AddStart(EventHead head)
    {
        if (!TryReadStart(out var start))
        {
            return;
        }

        // A call whose parent is missing, because its event is damaged, stands at the top.
        var isTop = !started.Contains(start.Parent) || start.Parent == 0;
        if (!started.Add(head.Span))
        {
            return; // A second start of the same call.
        }

        var parent = isTop ? Root : open.GetValueOrDefault(start.Parent);
        if (parent is not { IsReplayed: true } || (expected is { } only && ReferenceEquals(parent, only.Inside) && head.Span != only.Span))
        {
            return; // Inside a call that is served, or beside the one that is replayed alone.
        }

        Read++;
        var call = new ScriptCall(this, parent, head.Span, cursor.Sequence, head.Time, start.Method, start.Arguments);
        if (!skips)
        {
            parent.Add(call);
            open.Add(head.Span, call);
        }
        else if (call.IsReplayed)
        {
            open.Add(head.Span, call);
        }

        NoteLate(parent);
    }

    /// <summary>Something that replayed code said of itself.</summary>
    private void AddStatement(EventHead head)
    {
        var inside = head.Span == 0 ? Root : open.GetValueOrDefault(head.Span);
        if (inside is not { IsReplayed: true } || skips || ReferenceEquals(inside, expected?.Inside))
        {
            return;
        }

        Read++;
        if (Parse() is { } statement)
        {
            inside.AddStatement(statement);
        }

        NoteLate(inside);
    }

    private void AddInside(EventHead head, bool isEnd)
    {
        if (!open.TryGetValue(head.Span, out var call))
        {
            return;
        }

        Read++;
        var wasOpen = !call.HasEnded;
        if (Parse() is { } happened)
        {
            call.Add(happened);
        }

        if (!isEnd || !wasOpen)
        {
            NoteLate(call);
        }
        else if (!late.ContainsKey(head.Span))
        {
            Close(call);
        }
    }

    /// <summary>One event less is to come after the end of a call.</summary>
    private void NoteLate(ScriptCall call)
    {
        if (!call.HasEnded || !late.TryGetValue(call.Id, out var left))
        {
            return;
        }

        if (left > 1)
        {
            late[call.Id] = left - 1;
        }
        else
        {
            late.Remove(call.Id);
            Close(call);
        }
    }

    private void Close(ScriptCall call)
    {
        open.Remove(call.Id);
        call.Close();
    }

    private bool TryReadStart(out CallStart start)
    {
        try
        {
            return CallStart.TryRead(cursor, out start);
        }
        catch (RecordingException exception)
        {
            Damage ??= exception;
            throw;
        }
    }

    private RecordedEvent? Parse()
    {
        try
        {
            return cursor.Parse();
        }
        catch (RecordingException exception)
        {
            Damage ??= exception;
            throw;
        }
    }
}
