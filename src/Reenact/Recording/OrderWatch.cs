using Reenact.Sessions;

namespace Reenact.Recorders;

/// <summary>
/// Watches whether what a session's own code does has one order only: one flow of code, of which at most one call is in flight, neither inside
/// the other. When in doubt, it has not. Of a session whose code is scheduled it only knows which calls are in flight. Not thread-safe, but for
/// <see cref="IsFree"/>.
/// </summary>
internal sealed class OrderWatch
{
    private readonly Stack<uint> open = new();
    private HashSet<uint>? scheduled;
    private CodeStretch? latest;
    private bool begun;
    private bool unseen;
    private volatile bool free;

    /// <summary>Whether the order is not certain.</summary>
    public bool IsFree => free;

    /// <summary>Why the order is not certain; null where it is.</summary>
    public FreeCause? Cause { get; private set; }

    /// <summary>Before which event that was seen.</summary>
    public ulong Since { get; private set; }

    /// <summary>Whether calls of the session's code are in flight; of code that is scheduled only those that a replay serves.</summary>
    public bool HasOpen => (scheduled?.Count ?? open.Count) > 0;

    private uint Innermost => open.TryPeek(out var span) ? span : 0;

    /// <summary>The session's code is scheduled from here on: its calls may be in flight at once.</summary>
    public void NoteScheduled() => scheduled = [];

    /// <summary>A call starts. Only the calls around it may be open; any other is in flight at the same time.</summary>
    /// <param name="span">The call.</param>
    /// <param name="parent">The call around it.</param>
    /// <param name="isServed">Whether a replay serves it.</param>
    /// <param name="sequence">The event.</param>
    public void Started(uint span, uint parent, bool isServed, ulong sequence)
    {
        NoteCode(parent, sequence);
        if (scheduled is not null)
        {
            if (isServed)
            {
                scheduled.Add(span);
            }
        }
        else if (!free)
        {
            open.Push(span);
        }
    }

    /// <summary>Code runs inside a call, and does something that is recorded.</summary>
    public void NoteCode(uint span, ulong sequence)
    {
        if (scheduled is not null || free)
        {
            return;
        }

        begun = true;
        if (Innermost != span || unseen)
        {
            Note(FreeCause.OverlappingCalls, sequence);
        }
        else if (CodeStretch.Here is not { } here || here != latest)
        {
            Note(FreeCause.SeveralFlows, sequence);
        }
    }

    /// <summary>A call ends. One that is open inside it goes on by itself.</summary>
    public void Ended(uint span, ulong sequence)
    {
        if (scheduled is not null)
        {
            scheduled.Remove(span);
            return;
        }

        if (free)
        {
            return;
        }

        if (Innermost != span)
        {
            Note(FreeCause.OverlappingCalls, sequence);
            return;
        }

        open.Pop();
        unseen = CodeStretch.Here != latest; // Ended elsewhere: next, the code that awaits it has to go on.
    }

    /// <summary>The session's code begins, where none of it runs.</summary>
    public void NoteBegun(CodeStretch first, ulong sequence)
    {
        if (begun)
        {
            Note(FreeCause.SeveralFlows, sequence);
        }

        latest = first;
    }

    /// <summary>Code goes on.</summary>
    /// <param name="before">The stretch that it waited in; null where that still runs.</param>
    /// <param name="next">The stretch that it runs in.</param>
    /// <param name="span">Inside which call.</param>
    /// <param name="sequence">Before which event.</param>
    /// <returns>Whether all is in order.</returns>
    public bool NoteWentOn(CodeStretch? before, CodeStretch next, uint span, ulong sequence)
    {
        if (scheduled is not null || free)
        {
            return false;
        }

        begun = true;
        if (before is null || before != latest)
        {
            Note(FreeCause.SeveralFlows, sequence);
        }
        else if (Innermost != span)
        {
            Note(FreeCause.CodeBesideCall, sequence);
        }

        latest = next;
        unseen = false;
        return !free;
    }

    /// <summary>Something happened that makes the order uncertain.</summary>
    public void Note(FreeCause cause, ulong sequence)
    {
        if (!free)
        {
            (Cause, Since, free) = (cause, sequence, true);
        }
    }
}
