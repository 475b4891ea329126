namespace Reenact.Sessions;

/// <summary>Decides what happens when the code on a pump can't go on.</summary>
internal interface IPumpIdle
{
    /// <summary>Whether the code has branches that are in flight at once, so that what comes first makes a difference.</summary>
    bool HasBranches { get; }

    /// <summary>Whether it is known in which order code comes back from the thread pool.</summary>
    bool KnowsResumptions { get; }

    /// <summary>How long the code that comes back next from the thread pool is waited for, at most, before others go ahead.</summary>
    TimeSpan LongestAbsence { get; }

    /// <summary>Lets the code go on, on the pump's thread.</summary>
    /// <returns>Whether there was something that let it.</returns>
    bool Release();

    /// <summary>The resumption that comes next, if that comes before what <see cref="Release"/> would let go on.</summary>
    bool TryPeekResumption(out PumpResumption next);

    /// <summary>The resumption that comes next has come.</summary>
    void TakeResumption();
}
