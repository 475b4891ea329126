namespace Reenact.Sessions;

/// <summary>A thread-pool thread on which code of a pump's session wants to run, or runs.</summary>
internal sealed class PumpVisitor(Pump pump, ulong flow, long place)
{
    private readonly Thread thread = Thread.CurrentThread;

    public Pump Pump => pump;

    /// <summary>Which code it is.</summary>
    public ulong Flow => flow;

    /// <summary>Its place, from 1, among what the session's code gave to the pool; 0 where that is not known.</summary>
    public long Place => place;

    /// <summary>Whether it may run.</summary>
    public bool Admitted { get; set; }

    /// <summary>Whether its code has given the thread back.</summary>
    public bool Gone { get; set; }

    /// <summary>Whether it has begun to run.</summary>
    public bool Begun { get; set; }

    /// <summary>Whether its code blocks the thread.</summary>
    public bool IsBlocked => Begun && (thread.ThreadState & ThreadState.WaitSleepJoin) != 0;
}
