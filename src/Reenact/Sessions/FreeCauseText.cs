namespace Reenact.Sessions;

/// <summary>Says in words why a recording is free.</summary>
internal static class FreeCauseText
{
    /// <summary>A clause such as <c>calls were in flight at once</c>.</summary>
    public static string Describe(FreeCause? cause) => cause switch
    {
        FreeCause.OverlappingCalls => "calls were in flight at once",
        FreeCause.SeveralFlows => "several flows of code ran (Task.Run, a thread, or code that was not awaited at once)",
        FreeCause.CodeBesideCall => "code went on while a call of its own was in flight (a timer or another task was quicker)",
        FreeCause.UnfinishedCalls => "the session ended while calls of its code were in flight",
        FreeCause.LateDisposal => "the disposal of a stream took its time after the stream's end",
        FreeCause.OutsideSchedule => "code made calls on threads that the session doesn't schedule",
        FreeCause.AlikeBranches => "branches that nothing tells apart came back from the thread pool (make each a [Replayed] method)",
        FreeCause.BlockedThread => "code blocked a thread while other code of the session waited for its turn",
        FreeCause.OutsideEvent => "something outside the session, such as a real timer, let code go on",
        FreeCause.ReplayOrder => "it was recorded by a replay in which calls waited for their turn, or code left the replay's thread",
        FreeCause.RealTimer => "a real timer ran while calls were in flight (use Deterministic.Delay or Deterministic.TimeProvider)",
        FreeCause.PoolTask => "Task.Run, or what else runs delegates on the thread pool, ran code of the session (call the code itself)",
        FreeCause.UnheardEvents => "the runtime's events are not heard, so that real timers are not seen (build the program with EventSourceSupport=true)",
        FreeCause.Interrupted => "its process ended amid its code, and another went on with it; or what went on ran under a schedule of its own",
        _ => "the order of its calls is not certain",
    };
}
