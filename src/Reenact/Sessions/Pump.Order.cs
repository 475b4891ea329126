namespace Reenact.Sessions;

/// <content>
/// What runs next. Code that can go on goes on first. When none can, code that has come back from the thread pool does, and only then a
/// completion. What a replay can't find out by itself is written down when it is recorded, and done again by that.
/// </content>
internal sealed partial class Pump
{
    /// <summary>After so many continuations, or so many that came back from the thread pool, in a row, what waits behind them goes ahead: they may wait for it, and yield in between.</summary>
    private const int MostContinuations = 200;

    /// <summary>The same for code that came back from the thread pool, where its order is not known, and what may be on the way is waited for each time.</summary>
    private const int MostVisits = 20;

    /// <summary>How long code is waited for, at a time, that was given to the pool earlier than what has come back.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMilliseconds(5);

    private long continuations;
    private int visitsInRow;
    private bool lost;

    /// <summary>Runs what comes next while a session is recorded.</summary>
    private void RecordNext()
    {
        var more = HasReady;
        if (more && continuations < MostContinuations)
        {
            RunContinuation();
            return;
        }

        long? preempted = more ? continuations : null;
        if (FindVisitor(null, out var holds) is { } visitor && !(visitsInRow >= MostContinuations && HasCompletions))
        {
            visitsInRow++;
            resumed!(new PumpResumption(visitor.Flow, preempted));
            BeginStep();
            Admit(visitor);
        }
        else if (TryTake(completions, out var completion))
        {
            if (preempted is not null)
            {
                resumed!(new PumpResumption(0, preempted));
            }

            visitsInRow = 0;
            BeginStep();
            Execute(completion, null);
        }
        else if (more)
        {
            RunContinuation();
        }
        else
        {
            Wait(holds, LongestWait());
        }
    }

    /// <summary>Runs what came next when the session was recorded.</summary>
    /// <returns>Whether there is more to run.</returns>
    private bool ReplayNext(Task task)
    {
        if (continuations < MostContinuations && RunContinuation())
        {
            return true;
        }

        if (TryTake(completions, out var completion))
        {
            continuations = 0;
            Execute(completion, null); // Of a call that runs live.
            return true;
        }

        var due = idle!.TryPeekResumption(out var next);
        var ahead = due && next.Continuations is { } count && continuations >= count;
        if (HasReady && !ahead)
        {
            RunContinuation();
            return true;
        }

        if (!due)
        {
            return Release(task);
        }

        if (next.Flow == 0)
        {
            idle.TakeResumption();
            return Release(task);
        }

        if (FindVisitor(next.Flow, out var holds) is { } visitor)
        {
            idle.TakeResumption();
            BeginStep();
            Admit(visitor);
        }
        else if (!Wait(holds, idle.LongestAbsence) && !holds)
        {
            lost = true;
        }

        return true;
    }

    private bool Release(Task task)
    {
        var before = (steps, flows, continuations);
        BeginStep();
        if (ReleaseNext())
        {
            return true;
        }

        (steps, flows, continuations) = before;
        if (task.IsCompleted)
        {
            Close();
            return false;
        }

        if (FindVisitor(null, out var holds) is not null)
        {
            lost = true; // The recording has no more of them.
        }
        else
        {
            Wait(holds, Timeout.InfiniteTimeSpan);
        }

        return true;
    }

    private bool Wait(bool holds, TimeSpan longest) => WaitForWake(holds ? Hold : longest);

    private bool RunContinuation()
    {
        if (!TryTake(ready, out var code))
        {
            return false;
        }

        continuations++;
        Execute(code.Code, code.State, this);
        return true;
    }
}
