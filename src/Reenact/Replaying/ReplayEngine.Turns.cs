using Reenact.Sessions;

namespace Reenact.Replaying;

/// <content>What comes next when the code can't go on: a recorded completion, or a parked call.</content>
internal sealed partial class ReplayEngine
{
    /// <summary>What comes next in the recording: a parked call whose turn it is, or a parked call that has no turn and diverges.</summary>
    /// <param name="awaited">What comes next where that is a recorded event, which most do; null otherwise.</param>
    private Action? TakeNext(out AwaitedEvent? awaited)
    {
        awaited = null;
        var due = FindDueParked(out var turn);
        if (turn is null)
        {
            ReadToAwaited();
        }

        if (script.Awaited.TryPeek(out var sequence) && (turn is null || sequence < turn.Sequence))
        {
            if (!IsHeldUp(sequence))
            {
                var next = script.Awaited.Take();
                Log.NoteReleased(next.Call, next.Happened);
                awaited = next;
            }

            return null;
        }

        return IsHeldUp(turn?.Sequence ?? long.MaxValue) ? null : due is not null ? Resume(due, turn!) : TakeStuck();
    }

    private Action Resume(ParkedCall due, ScriptCall turn)
    {
        parked.Remove(due);
        Take(turn);
        StartLate(turn, due);
        return () => due.Resume!(turn);
    }

    /// <summary>A parked call that has no turn: it diverges, unless it belongs to what was changed.</summary>
    private Action? TakeStuck()
    {
        if (parked.Count == 0)
        {
            return null;
        }

        var stuck = parked[0];
        parked.RemoveAt(0);
        if (TakeAfterChange(stuck) is { } resume)
        {
            return resume;
        }

        if (Options.ContinueOnDivergence
            && Resync(
                stuck.Parent, stuck.Method, stuck.Arguments, Due(stuck.Parent, stuck.Method), matcher.OutOfTurn(stuck.Parent, stuck.Method, stuck.Arguments), out _) is { } found)
        {
            return () => stuck.Resume!(found);
        }

        var divergence = Diverge(stuck);
        return () => stuck.Fail!(divergence);
    }

    /// <summary>Reads on to what code awaits, where nothing else lets it go on.</summary>
    private void ReadToAwaited()
    {
        while (!script.Awaited.TryPeek(out _))
        {
            if (!script.Awaited.HasUnread || !script.ReadNext())
            {
                endless = script.Awaited.Unread.FirstOrDefault() ?? endless; // Nothing more is to come of it.
                return;
            }
        }
    }

    /// <summary>The parked call whose turn it is; the first in recorded order, where there are several under different parents.</summary>
    private ParkedCall? FindDueParked(out ScriptCall? turn)
    {
        ParkedCall? first = null;
        turn = null;
        foreach (var call in parked)
        {
            if (call.Expected is not { Used: false })
            {
                call.Expected = matcher.OutOfTurn(call.Parent, call.Method, call.Arguments); // Another call like it has taken the turn.
            }

            if (call.Expected is { } due && (turn is null || due.Sequence < turn.Sequence) && Due(call.Parent, call.Method) == due)
            {
                (first, turn) = (call, due);
            }
        }

        return first;
    }
}
