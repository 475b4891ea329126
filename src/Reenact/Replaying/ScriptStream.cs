using Reenact.Events;

namespace Reenact.Replaying;

/// <summary>One recorded enumeration of a stream, and how far a replay has come in it.</summary>
internal sealed class ScriptStream
{
    private readonly List<StreamItemEvent> items = [];
    private bool over;

    public ScriptStream(RecordedSpan call)
    {
        End = call.StreamEnd;
        Failure = call.End as CallFailedEvent;
        foreach (var happened in call.Events)
        {
            // What a forged recording has after the end is no part of it.
            if (happened is StreamItemEvent item && (End is null || item.Sequence < End.Sequence))
            {
                items.Add(item);
            }
        }
    }

    /// <summary>How many items are recorded.</summary>
    public int Count => items.Count;

    /// <summary>How many items the code has got.</summary>
    public int Taken { get; private set; }

    /// <summary>How it ended; null when it had not by the end of the recording.</summary>
    public StreamEndedEvent? End { get; }

    /// <summary>What it failed with, or its disposal did; null when nothing did.</summary>
    public CallFailedEvent? Failure { get; }

    /// <summary>The next item, or the end; null when nothing more is recorded.</summary>
    public RecordedEvent? Next => over ? null : Taken < items.Count ? items[Taken] : End;

    /// <summary>Takes the next item; null when no further one is recorded.</summary>
    public StreamItemEvent? Take() => !over && Taken < items.Count ? items[Taken++] : null;

    /// <summary>Says that the code is done with it.</summary>
    public void Close() => over = true;
}
