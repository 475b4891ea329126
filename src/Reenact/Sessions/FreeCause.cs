namespace Reenact;

/// <summary>
/// Why the recorder could not be sure of the order of a session, and called its recording <see cref="Exactness.Free"/>: the first cause that it
/// met. The numbers are those of the recording format; a newer version may know more.
/// </summary>
public enum FreeCause
{
    /// <summary>Calls of the session's code were in flight at once, neither inside the other, or one ended before it was seen to be awaited.</summary>
    OverlappingCalls = 1,

    /// <summary>Several flows of code ran: <c>Task.Run</c>, threads, code that was started and not awaited at once, several that waited for the thread pool.</summary>
    SeveralFlows = 2,

    /// <summary>Code went on while a call of its own was in flight: a timer, or another task, was quicker.</summary>
    CodeBesideCall = 3,

    /// <summary>The session ended while calls of its code were in flight.</summary>
    UnfinishedCalls = 4,

    /// <summary>The disposal of a stream took its time after the stream's end, and no event says until when.</summary>
    LateDisposal = 5,

    /// <summary>With <see cref="Scheduling.Exact"/>: code made calls beside the session's schedule, on threads that don't belong to it.</summary>
    OutsideSchedule = 6,

    /// <summary>With <see cref="Scheduling.Exact"/>: several branches that nothing tells apart came back from the thread pool.</summary>
    AlikeBranches = 7,

    /// <summary>With <see cref="Scheduling.Exact"/>: code blocked a thread for longer than other code of the session waits for its turn.</summary>
    BlockedThread = 8,

    /// <summary>With <see cref="Scheduling.Exact"/>: something outside the session, such as a real timer, let code go on.</summary>
    OutsideEvent = 9,

    /// <summary>The recording was made by a replay in which calls waited for their turn, or code left the replay's thread.</summary>
    ReplayOrder = 10,

    /// <summary>With <see cref="Scheduling.Exact"/>: a real timer of the session's code ran while calls were in flight. On replay nothing holds it back.</summary>
    RealTimer = 11,

    /// <summary>With <see cref="Scheduling.Exact"/>: <c>Task.Run</c>, or what else runs delegates on the thread pool, ran code of the session. When such a task is seen to have ended is not in the session's hand.</summary>
    PoolTask = 12,

    /// <summary>
    /// With <see cref="Scheduling.Exact"/>: the runtime's events are not heard (a NativeAOT program without <c>EventSourceSupport</c>), so that real timers, and who
    /// comes back first from the thread pool, can't be seen.
    /// </summary>
    UnheardEvents = 13,

    /// <summary>
    /// The session was gone on with (<see cref="Session.Resume(string, RecordOptions?)"/>) after its process had ended amid its code, whose flows are known no more; or its
    /// code was then run with <see cref="Scheduling.Exact"/>, whose schedule knows only the part since then.
    /// </summary>
    Interrupted = 14,
}
