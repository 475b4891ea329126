using Reenact.Events;

namespace Reenact.Replaying;

/// <summary>
/// Remembers which recorded starts and completions a replay came to last, and finds those that were so near to each other that their
/// order may have been chance. Not thread-safe.
/// </summary>
internal sealed class NearTieWatch
{
    private const int Kept = 32;

    /// <summary>How many completions before and after the last one that was released are looked at.</summary>
    private const int Reach = 5;

    /// <summary>Farther apart than this, the order is none of chance, even where the machine was busy.</summary>
    private static readonly TimeSpan Farthest = TimeSpan.FromMilliseconds(10);

    private readonly Queue<Moment> starts = new();
    private readonly Queue<Moment> ends = new();
    private long released;

    /// <summary>A recorded call was made.</summary>
    public void NoteStarted(ScriptCall call)
    {
        Keep(starts, new Moment(call.Start, call, IsStart: true));
        if (call.LastEvent is { } end)
        {
            Keep(ends, new Moment(end, call, IsStart: false));
        }
    }

    /// <summary>A recorded completion, an item of a stream or a report was released.</summary>
    public void NoteReleased(ScriptCall call, RecordedEvent end)
    {
        released = end.Sequence;
        Keep(ends, new Moment(end, call, IsStart: false));
    }

    /// <summary>The near tie that a divergence may come from.</summary>
    /// <param name="expected">The recorded call that was expected; null where there is none.</param>
    /// <param name="actual">The recorded call that was made instead; null where there is none.</param>
    public NearTie? Find(ScriptCall? expected, ScriptCall? actual)
    {
        var completions = ends.DistinctBy(moment => moment.Event.Sequence).OrderBy(moment => moment.Event.Sequence).ToList();
        var now = completions.FindLastIndex(moment => moment.Event.Sequence <= released);
        var around = completions[Math.Max(0, now - Reach)..Math.Clamp(now + Reach + 1, 0, completions.Count)];
        return Nearest(around)
            ?? (expected is not null && actual is not null
                ? Nearest([new Moment(expected.Start, expected, IsStart: true), new Moment(actual.Start, actual, IsStart: true)])
                : null)
            ?? Nearest(
                around.Concat(starts).Concat(expected is null ? [] : [new Moment(expected.Start, expected, IsStart: true)])
                    .DistinctBy(moment => moment.Event.Sequence));
    }

    /// <summary>The two moments of different calls that are nearest to each other in time; the last two where there are several.</summary>
    private static NearTie? Nearest(IEnumerable<Moment> moments)
    {
        NearTie? nearest = null;
        Moment? before = null;
        foreach (var moment in moments.OrderBy(moment => moment.Event.Sequence))
        {
            if (before is { } first && first.Call != moment.Call)
            {
                var apart = (moment.Event.Time - first.Event.Time).Duration();
                if (apart <= (nearest?.Apart ?? Farthest))
                {
                    nearest = Make(first, moment, apart);
                }
            }

            before = moment;
        }

        return nearest;
    }

    private static NearTie Make(Moment first, Moment second, TimeSpan apart) => new()
    {
        FirstEvent = (ulong)first.Event.Sequence,
        First = first.Describe(),
        SecondEvent = (ulong)second.Event.Sequence,
        Second = second.Describe(),
        Apart = apart,
    };

    private static void Keep(Queue<Moment> moments, Moment moment)
    {
        moments.Enqueue(moment);
        if (moments.Count > Kept)
        {
            moments.Dequeue();
        }
    }

    private sealed record Moment(RecordedEvent Event, ScriptCall Call, bool IsStart)
    {
        public string Describe() => $"{CallPrinter.Shorten(Call.Method.Name)} {Verb}";

        private string Verb => IsStart ? "started" : Event switch
        {
            CallReturnedEvent => "completed",
            CallFailedEvent => "failed",
            StreamItemEvent => "yielded an item",
            ProgressEvent => "reported progress",
            _ => "ended",
        };
    }
}
