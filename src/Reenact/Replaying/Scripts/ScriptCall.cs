using Reenact.Events;

namespace Reenact.Replaying;

/// <summary>
/// One recorded call, or the session itself, and how far a replay has used it. What it is asked for is read from the recording then, and
/// forgotten when it was used. Its members are thread-safe, as the engine's lock is the script's.
/// </summary>
internal sealed partial class ScriptCall
{
    private readonly Script? script;
    private readonly ScriptBody? body;
    private readonly MethodDefinition? method;
    private readonly long ticks;
    private ReadOnlyMemory<byte> arguments;
    private ScriptStream? stream;
    private LinkedList<ProgressEvent>? reports;
    private bool areListsWhole;
    private volatile RecordedEvent? end;
    private volatile StreamEndedEvent? streamEnd;

    /// <summary>A call that the recording doesn't have: nothing is recorded inside.</summary>
    public ScriptCall() => body = new ScriptBody();

    /// <summary>The session itself.</summary>
    public ScriptCall(Script script)
        : this()
    {
        this.script = script;
        IsOpen = true;
    }

    public ScriptCall(Script script, ScriptCall parent, long span, long sequence, long ticks, MethodDefinition method, ReadOnlyMemory<byte> arguments)
    {
        this.script = script;
        this.method = method;
        this.arguments = arguments;
        this.ticks = ticks;
        Parent = parent;
        Id = span;
        Sequence = sequence;
        IsOpen = true;
        body = method.Kind == CallKind.Agent ? new ScriptBody() : null;
        LastRead = script.Read;
    }

    /// <summary>Where the replay of it is recorded; null where it is not.</summary>
    public ForkedCall? Forked { get; set; }

    /// <summary>Where it was made; null for the session itself and for a call that the recording doesn't have.</summary>
    public ScriptCall? Parent { get; }

    /// <summary>Its number in the recording; 0 for the session itself.</summary>
    public long Id { get; }

    public uint Span => (uint)Id;

    /// <summary>Whether it is a recorded call: neither the session itself nor a call that the recording doesn't have.</summary>
    public bool IsRecorded => method is not null;

    /// <summary>Whether its body runs again.</summary>
    public bool IsReplayed => body is not null;

    /// <summary>What was called. Only of a recorded call.</summary>
    public MethodDefinition Method => method!;

    /// <summary>The number of the event that starts it; only of a recorded call.</summary>
    public long Sequence { get; }

    /// <summary>When it started, counted from the session's start; only of a recorded call.</summary>
    public TimeSpan StartTime => TimeSpan.FromTicks(ticks);

    /// <summary>How it started, read once more. Only of a recorded call.</summary>
    /// <exception cref="RecordingException">The event can't be read.</exception>
    public CallStartedEvent Start => script!.ReadStart(Sequence);

    /// <summary>The recorded arguments, read once more. Only of a recorded call.</summary>
    /// <exception cref="RecordingException">The event can't be read.</exception>
    public IReadOnlyList<RecordedValue> Arguments => Start.Arguments;

    /// <summary>The array of the recorded arguments as it is stored, or what stands for it; empty when the call has been made.</summary>
    public ReadOnlyMemory<byte> StoredArguments => arguments;

    /// <summary>Puts together what lists among the stored arguments grew from. In the script's lock.</summary>
    /// <returns>Whether there are such lists, and they were not put together before.</returns>
    public bool TryPutListsTogether()
    {
        if (!areListsWhole)
        {
            areListsWhole = true;
            return StoredLists.TryPutTogether(Sequence, ref arguments, script!.Recording.Lists);
        }

        return false;
    }

    /// <summary>How it returned or failed, read as far as needed; null when the recording doesn't say.</summary>
    /// <exception cref="RecordingException">The recording is damaged on the way there.</exception>
    public RecordedEvent? End
    {
        get
        {
            while (end is null && ReadOn())
            {
            }

            return end;
        }
    }

    /// <summary>How the stream that it returned ended, read as far as needed; null when it returned none, or the recording doesn't say.</summary>
    /// <exception cref="RecordingException">The recording is damaged on the way there.</exception>
    public StreamEndedEvent? StreamEnd
    {
        get
        {
            while (streamEnd is null && end is null && ReadOn())
            {
            }

            return streamEnd;
        }
    }

    /// <summary>How the stream that it returned ended, as far as is read.</summary>
    public StreamEndedEvent? ReadStreamEnd => streamEnd;

    /// <summary>The event that ended it, read as far as needed; null when the recording doesn't say.</summary>
    /// <exception cref="RecordingException">The recording is damaged on the way there.</exception>
    public RecordedEvent? LastEvent
    {
        get
        {
            while (!HasEnded && ReadOn())
            {
            }

            return KnownEnd;
        }
    }

    /// <summary>The event that ended it, as far as is read.</summary>
    public RecordedEvent? KnownEnd => end ?? streamEnd;

    /// <summary>Whether its end was read, whichever way a call of its kind ends.</summary>
    public bool HasEnded => KnownEnd is not null;

    /// <summary>Whether the recording may have more of it than was read.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The stream that the call returned. Only of a call that is.</summary>
    public ScriptStream Stream
    {
        get
        {
            if (stream is null)
            {
                lock (script!.Gate)
                {
                    stream ??= new ScriptStream(this);
                }
            }

            return stream;
        }
    }

    /// <summary>What it reported that was read and that the replay has not come to, in order.</summary>
    public IReadOnlyCollection<ProgressEvent> Reports => reports ?? (IReadOnlyCollection<ProgressEvent>)[];

    /// <summary>What waits for its next event; null when nothing does.</summary>
    public IAwaitsEvent? Waiter { get; set; }

    /// <summary>Whether the replay has made this call.</summary>
    public bool Used { get; private set; }

    /// <summary>The next call to be made inside it, read as far as needed; null when there is none.</summary>
    /// <exception cref="RecordingException">The recording is damaged on the way there.</exception>
    public ScriptCall? NextUnused => NextUnusedBefore(long.MaxValue);

    /// <summary>The calls to be made inside it, in the order of their starts, read as far as they are asked for.</summary>
    /// <exception cref="RecordingException">While they are asked for: the recording is damaged.</exception>
    public IEnumerable<ScriptCall> Unused => UnusedWithin(long.MaxValue);

    /// <summary>The calls inside it that the replay has made, and that are not over in every respect: streams, and calls whose body runs.</summary>
    public IEnumerable<ScriptCall> Unfinished
    {
        get
        {
            for (var call = body?.FirstUnfinished; call is not null;)
            {
                var next = call.Next;
                yield return call;
                call = next;
            }
        }
    }

    /// <summary>The call before it in the list that it stands in.</summary>
    internal ScriptCall? Previous { get; set; }

    /// <summary>The call after it in the list that it stands in.</summary>
    internal ScriptCall? Next { get; set; }

    /// <summary>Whether it stands in the list of those that are not over.</summary>
    internal bool IsUnfinished { get; set; }

    /// <summary>How many events had been read when the last one of its own was.</summary>
    private long LastRead { get; set; }

    /// <summary>The next call to be made inside it that started before an event; null when there is none.</summary>
    /// <exception cref="RecordingException">The recording is damaged on the way there.</exception>
    public ScriptCall? NextUnusedBefore(long sequence)
    {
        while (body!.FirstUnused is null && script is not null && script.Position < sequence && ReadOn())
        {
        }

        return body.FirstUnused is { } first && first.Sequence < sequence ? first : null;
    }

    /// <summary>The calls to be made inside it; at most so many events are read for them.</summary>
    /// <exception cref="RecordingException">While they are asked for: the recording is damaged.</exception>
    public IEnumerable<ScriptCall> UnusedWithin(long events)
    {
        ScriptCall? call = null;
        for (var left = events; ;)
        {
            var next = call is null ? body!.FirstUnused : call.Next;
            if (next is not null)
            {
                yield return call = next;
            }
            else if (left-- <= 0 || !ReadOn())
            {
                yield break;
            }
        }
    }

    /// <summary>How many of the calls inside it the replay has made of a method.</summary>
    public int CountUsed(string name) => body!.CountUsed(name);

    /// <summary>The replay makes this call, or is over with it.</summary>
    public void Use()
    {
        if (Used)
        {
            return;
        }

        Used = true;
        arguments = default;
        Parent!.body!.Use(this);
        if (IsReplayed)
        {
            Parent.body.AddUnfinished(this);
        }
    }

    /// <summary>The replay has come to a report.</summary>
    public void Use(ProgressEvent report) => reports!.Remove(report);

    /// <summary>The body of the call has ended in the replay.</summary>
    public void EndBody()
    {
        if (script is not null && IsRecorded)
        {
            lock (script.Gate)
            {
                body!.IsOver = true;
                ForgetIfFinished();
            }
        }
    }

    /// <summary>Takes the next captured value of a source, read as far as needed; null when there is none left.</summary>
    /// <exception cref="RecordingException">The recording is damaged on the way there.</exception>
    public ValueCapturedEvent? TakeCapture(CaptureSource source, string? name)
    {
        while (true)
        {
            if (body!.TakeCapture(source, name) is { } capture)
            {
                return capture;
            }

            if (!ReadOn())
            {
                return null;
            }
        }
    }

    private void ForgetIfFinished()
    {
        for (var call = this; call is { body.IsFinished: true, IsOpen: false, Parent: { } parent }; call = parent)
        {
            parent.body!.RemoveUnfinished(call);
        }
    }
}
