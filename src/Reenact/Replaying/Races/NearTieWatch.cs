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
        Keep(starts, Moment.OfStart(call));
        if (call.KnownEnd is { } end)
        {
            Keep(ends, Moment.Of(end, call));
        }
    }

    /// <summary>A recorded completion, an item of a stream or a report was released.</summary>
    public void NoteReleased(ScriptCall call, RecordedEvent end)
    {
        released = end.Sequence;
        Keep(ends, Moment.Of(end, call));
    }

    /// <summary>The near tie that a divergence may come from.</summary>
    /// <param name="expected">The recorded call that was expected; null where there is none.</param>
    /// <param name="actual">The recorded call that was made instead; null where there is none.</param>
    public NearTie? Find(ScriptCall? expected, ScriptCall? actual)
    {
        var completions = ends.DistinctBy(moment => moment.Sequence).OrderBy(moment => moment.Sequence).ToList();
        var now = completions.FindLastIndex(moment => moment.Sequence <= released);
        var around = completions[Math.Max(0, now - Reach)..Math.Clamp(now + Reach + 1, 0, completions.Count)];
        return Nearest(around)
            ?? (expected is not null && actual is not null
                ? Nearest([Moment.OfStart(expected), Moment.OfStart(actual)])
                : null)
            ?? Nearest(
                around.Concat(starts).Concat(expected is null ? [] : [Moment.OfStart(expected)])
                    .DistinctBy(moment => moment.Sequence));
    }

    /// <summary>The two moments of different calls that are nearest to each other in time; the last two where there are several.</summary>
    private static NearTie? Nearest(IEnumerable<Moment> moments)
    {
        NearTie? nearest = null;
        Moment? before = null;
        foreach (var moment in moments.OrderBy(moment => moment.Sequence))
        {
            if (before is { } first && first.Call != moment.Call)
            {
                var apart = (moment.Time - first.Time).Duration();
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
        FirstEvent = (ulong)first.Sequence,
        First = first.Describe(),
        SecondEvent = (ulong)second.Sequence,
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

    private readonly record struct Moment(long Sequence, TimeSpan Time, ScriptCall Call, string Verb)
    {
        public static Moment OfStart(ScriptCall call) => new(call.Sequence, call.StartTime, call, "started");

        public static Moment Of(RecordedEvent end, ScriptCall call) => new(end.Sequence, end.Time, call, VerbOf(end));

        public string Describe() => $"{CallPrinter.Shorten(Call.Method.Name)} {Verb}";

        private static string VerbOf(RecordedEvent end) => end switch
        {
            CallReturnedEvent => "completed",
            CallFailedEvent => "failed",
            StreamItemEvent => "yielded an item",
            ProgressEvent => "reported progress",
            _ => "ended",
        };
    }
}
