using System.Diagnostics;
using Reenact.Replaying.Leaks;
using Reenact.Sessions;

namespace Reenact.Replaying;

/// <summary>Where replayed code runs: which recorded call it is the body of.</summary>
internal sealed class ReplayContext : CallContext
{
    public ReplayContext(ActiveSession session, ScriptCall call)
        : base(session) => Call = call;

    public ReplayContext(CallContext parent, ScriptCall call)
        : base(parent, call.Span) => Call = call;

    public ScriptCall Call { get; }

    /// <summary>Where what the code does apart from recorded calls is noted.</summary>
    public LeakLog? Leaks => (Session as SessionReplay)?.Leaks;

    /// <summary>When the body started, as a timestamp.</summary>
    public long StartedAt { get; } = Stopwatch.GetTimestamp();
}
