using Reenact.Events;

namespace Reenact.Replaying;

/// <summary>What has to be known of the whole recording before its replay begins. Immutable.</summary>
internal sealed class ScriptFacts
{
    /// <summary>Whether the recording has its session's end; if not, it was cut off.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>How sure the recorder was; a recording without an end can't say.</summary>
    public required Exactness Exactness { get; init; }

    /// <summary>Why the order is not certain; null where it is, or the recording doesn't say.</summary>
    public required FreeCause? FreeCause { get; init; }

    /// <summary>The number of the event where that was seen first; null where the recording doesn't say.</summary>
    public required long? FreeSince { get; init; }

    /// <summary>How many calls a replay serves: those that replayed code makes.</summary>
    public required int Calls { get; init; }

    /// <summary>Whether replayed code made calls while others that it made were in flight.</summary>
    public required bool HasBranches { get; init; }

    /// <summary>The methods, by name and signature.</summary>
    public required HashSet<(string Name, ulong Signature)> Methods { get; init; }

    /// <summary>The full names of the methods whose calls are served: those that replayed code called.</summary>
    public required IReadOnlySet<string> Reached { get; init; }

    /// <summary>The full names of the methods that were called inside calls that are served, and the span of the first such call of each.</summary>
    public required IReadOnlyDictionary<string, long> Inside { get; init; }

    /// <summary>
    /// How many events belong to a call and come after its end, for the calls that have such: what goes on inside a method that lost a
    /// race, and what the disposal of a stream failed with.
    /// </summary>
    public required IReadOnlyDictionary<long, int> Late { get; init; }

    /// <summary>
    /// The calls that are in flight for long, but must be served complete as soon as they are made: their next event is farther away
    /// than a replay reads ahead to find out.
    /// </summary>
    public required SpanSet Prompt { get; init; }

    /// <summary>Where code came back from the thread pool, in order; only in a session that was scheduled exactly.</summary>
    public required IReadOnlyList<ResumedEvent> Resumptions { get; init; }

    /// <summary>How long replayed methods took, by their names.</summary>
    public required IReadOnlyDictionary<string, DurationSample> Durations { get; init; }
}
