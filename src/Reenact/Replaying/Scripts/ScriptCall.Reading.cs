using Reenact.Events;

namespace Reenact.Replaying;

/// <content>How what is read of the recording comes to the call.</content>
internal sealed partial class ScriptCall
{
    /// <summary>What its code said of itself that was read and that the replay has not come to, in order.</summary>
    public LinkedList<RecordedEvent> Statements => body!.Statements;

    /// <summary>The first call inside it that the replay has not made, as far as is read.</summary>
    public ScriptCall? FirstUnusedRead => body!.FirstUnused;

    /// <summary>Something that its code said of itself was read. In the script's lock.</summary>
    public void AddStatement(RecordedEvent statement) => body!.Statements.AddLast(statement);

    /// <summary>
    /// The next event of its own that a replay comes to (for a stream an item or the end), where the code may see it as soon as the call is
    /// made, or the next item asked for. It is not looked for farther than it can be, so that calls that are in flight for long cost no memory.
    /// </summary>
    /// <returns>Null when it is farther away, or there is none.</returns>
    /// <exception cref="RecordingException">The recording is damaged on the way there.</exception>
    public RecordedEvent? Peek()
    {
        RecordedEvent? next;
        while ((next = NextOwn) is null && !HasReturned && (script!.Read - LastRead <= Script.Window || script.Facts.Prompt.Contains(Id)) && ReadOn())
        {
        }

        return next;
    }

    /// <summary>Whether a report was read that came after the call had returned to its caller.</summary>
    private bool HasReturned => reports is { Last.Value.Completion: ResultCompletion.Later };

    /// <summary>The next item or the end of a call that returned a stream, the end of any other, as far as is read.</summary>
    public RecordedEvent? NextOwn => stream is { HasItems: true } ? stream.NextRead : streamEnd ?? end;

    /// <summary>Reads the next event of the recording, as long as there may be more of this call.</summary>
    public bool ReadOn() => IsOpen && script!.ReadNext(this);

    /// <summary>An event of the call was read. In the script's lock.</summary>
    public void Add(RecordedEvent happened)
    {
        LastRead = script!.Read;
        switch (happened)
        {
            case CallReturnedEvent or CallFailedEvent when end is null:
                end = happened;
                break;
            case StreamEndedEvent ended when streamEnd is null:
                streamEnd = ended;
                break;
            case StreamItemEvent item when streamEnd is null:
                Stream.Add(item);
                break;
            case ValueCapturedEvent capture:
                body?.Add(capture);
                return;
            case ProgressEvent report when end is null:
                (reports ??= new()).AddLast(report);
                break;
            default:
                return; // What a forged recording has after the end is no part of it.
        }

        if (Waiter is { } waiter)
        {
            script.Awaited.NoteRead(this, waiter, happened);
        }
    }

    /// <summary>A call inside it was read. In the script's lock.</summary>
    public void Add(ScriptCall child) => body!.Add(child);

    /// <summary>Nothing more of it is to come. In the script's lock.</summary>
    public void Close()
    {
        IsOpen = false;
        if (Used)
        {
            ForgetIfFinished();
        }
    }

    /// <summary>Its stream is read by code from now on: whether to the end will have to be seen.</summary>
    public void BeginStream()
    {
        if (!IsReplayed)
        {
            lock (script!.Gate)
            {
                Parent!.body!.AddUnfinished(this);
            }
        }
    }

    /// <summary>Nothing more is asked of its stream.</summary>
    public void EndStream()
    {
        if (!IsReplayed)
        {
            lock (script!.Gate)
            {
                Parent!.body!.RemoveUnfinished(this);
                Parent.ForgetIfFinished();
            }
        }
    }

    /// <summary>Forgets what was read of its inside: the replay begins after that.</summary>
    public void SkipRead()
    {
        Used = true;
        body?.Clear();
        reports = null;
        stream?.SkipRead();
    }
}
