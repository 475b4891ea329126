namespace Reenact.Sessions;

/// <summary>A thread-pool thread on which code of a pump's session wants to run, or runs.</summary>
internal sealed class PumpVisitor(Pump pump)
{
    private readonly Thread thread = Thread.CurrentThread;

    public Pump Pump { get; } = pump;

    /// <summary>Whether it may run.</summary>
    public bool Admitted { get; set; }

    /// <summary>Whether its code has given the thread back.</summary>
    public bool Gone { get; set; }

    /// <summary>Whether it has begun to run.</summary>
    public bool Begun { get; set; }

    /// <summary>Whether its code blocks the thread.</summary>
    public bool IsBlocked => Begun && (thread.ThreadState & ThreadState.WaitSleepJoin) != 0;
}
