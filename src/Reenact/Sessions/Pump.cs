namespace Reenact.Sessions;

/// <summary>
/// Runs a session's code on one thread of its own, so that what is in flight at once interleaves the same way each time. Code
/// that can go on goes on, in the order in which it became able to; only when it can't does a completion run.
/// </summary>
/// <remarks>
/// The session's code sees the pump as its synchronization context, so that what it awaits, yields or waits for asynchronously
/// comes back to the thread. Completions run without one, so that code behind <c>ConfigureAwait(false)</c>, and what is built on it,
/// goes on inline and stays on the thread too. Where the two styles meet, code can leave for the thread pool all the same: it is let
/// in, one at a time, before anything else runs.
/// </remarks>
internal sealed partial class Pump : SynchronizationContext
{
    private const int StackSize = 16 * 1024 * 1024;

    private static readonly SendOrPostCallback RunAction = static action => ((Action)action!)();
    private static readonly SendOrPostCallback RunRelease = static pump => ((Pump)pump!).released = ((Pump)pump).idle!.Release();

    private readonly object gate = new();
    private readonly Queue<(SendOrPostCallback Code, object? State)> ready = new();
    private readonly Queue<Action> completions = new();
    private readonly List<Task> ending = [];
    private readonly IPumpIdle? idle;
    private readonly Action<PumpResumption>? resumed;
    private readonly Action<FreeCause>? loosened;
    private readonly Func<bool>? hasOpenCalls;
    private Thread? thread;
    private Task? main;
    private SynchronizationContext? stretch;
    private long progress;
    private long posted;
    private long executed;
    private bool woken;
    private bool released;
    private volatile bool running;
    private volatile bool idling;
    private volatile bool closed;
    private volatile bool paused;
    private volatile bool outsideCode;

    /// <summary>Makes a pump for a session that is recorded: it waits for completions.</summary>
    /// <param name="resumed">Writes down what a replay can't find out by itself.</param>
    /// <param name="loosened">Learns what makes the order uncertain.</param>
    /// <param name="hasOpenCalls">Whether calls of the session's code are in flight.</param>
    public Pump(Action<PumpResumption> resumed, Action<FreeCause> loosened, Func<bool> hasOpenCalls) =>
        (this.resumed, this.loosened, this.hasOpenCalls) = (resumed, loosened, hasOpenCalls);

    /// <summary>Makes a pump for a replay.</summary>
    /// <param name="idle">What to do when the code can't go on.</param>
    public Pump(IPumpIdle idle) => this.idle = idle;

    /// <summary>Whether a replay runs here, rather than a session that is recorded.</summary>
    public bool IsReplay => idle is not null;

    /// <summary>Whether the calling code is on the pump's thread.</summary>
    public bool IsCurrent => Thread.CurrentThread == thread;

    /// <summary>Whether the calling code is the one that runs now: on the pump's thread, or let in from another.</summary>
    public bool RunsHere => IsCurrent || visiting?.Pump == this;

    /// <summary>Counts the steps that bring the session further, so that standing still can be seen.</summary>
    public long Progress => Interlocked.Read(ref progress);

    /// <summary>Whether code came in from another thread when a replay, or another replay, can't know that it does.</summary>
    public bool Disturbed => Intrusions + Unordered > 0 || (Visits > 0 && !IsOrdered);

    /// <summary>Whether a recording that is made of what runs here has all that its replay needs; one that a replay makes has no order of the thread pool's.</summary>
    public bool IsExact => !Disturbed && !LacksOrder;

    /// <summary>
    /// Whether code came back from the thread pool in an order that a recording of what runs here doesn't have. Its branches may have made no call at
    /// all: then calls that come one after the other are no proof.
    /// </summary>
    public bool LacksOrder => Unordered > 0 || idle is { KnowsResumptions: true };

    /// <summary>Whether code that comes back from the thread pool does so in an order that is recorded.</summary>
    public bool IsOrdered => idle is null || (idle.KnowsResumptions && !lost);

    /// <summary>How often something from another thread, such as a real timer, let code on the pump go on.</summary>
    public int Intrusions { get; private set; }

    /// <summary>The task of the whole code; null before it has one.</summary>
    public Task? Main => main;

    /// <summary>Whether the code that runs now is held on purpose: nothing else may go on in its place.</summary>
    public bool IsPaused
    {
        get => paused;
        set => paused = value;
    }

    /// <summary>What the code does now.</summary>
    public PumpState State =>
        Volatile.Read(ref inside) is { } visitor ? (visitor is { Gone: false, IsBlocked: true } ? PumpState.Blocked : PumpState.Running)
        : idling ? PumpState.Waiting
        : thread is { } mine && IsBlocked(mine) ? (running ? PumpState.Blocked : PumpState.Waiting)
        : PumpState.Running;

    /// <summary>Runs the code to its end. The returned task completes on another thread.</summary>
    public Task<T> RunAsync<T>(Func<Task<T>> code)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        listening = IsOrdered ? PoolListener.Listen() : null;
        if (listening is { Value.IsHeard: false })
        {
            loosened?.Invoke(FreeCause.UnheardEvents); // Real timers, and who was first of branches alike, can't be seen.
        }

        thread = new Thread(() => Run(code, result), StackSize) { IsBackground = true, Name = "Reenact pump" };
        thread.Start();
        return result.Task;
    }

    /// <summary>Whether the session's code has ended, and only what it left in flight still runs.</summary>
    public bool IsDraining => main is { IsCompleted: true };

    /// <summary>Says that the session got further.</summary>
    public void NoteProgress() => Interlocked.Increment(ref progress);

    /// <summary>Runs an action as soon as a task of the session's code ends, on the same thread, so that nothing comes between.</summary>
    public void RunWhenDone(Task task, Action action)
    {
        // In the context of the code that ended: one of its own would give up the turn in between, and who sees the task complete would come first.
        using AsyncFlowControl? suppressed = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        lock (gate)
        {
            ending.Add(task);
        }

        task.ContinueWith(
            (done, state) =>
            {
                try
                {
                    RunInline((Action)state!);
                }
                finally
                {
                    lock (gate)
                    {
                        ending.Remove(done);
                        WakeInGate();
                    }
                }
            },
            action,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <summary>Leaves the code behind where it stands: the thread ends when the code gives it back.</summary>
    public void Abandon() => Close();

    /// <summary>Whether code of the session blocks the thread while there is more to run, which it may wait for.</summary>
    public bool BlocksItself => thread is { } mine && running && !outsideCode && IsBlocked(mine) && HasMore;

    /// <summary>Frees the pump's own thread where code blocks that, and says where it did.</summary>
    public BlockedThread? FreeThread() => thread is { } mine && running && IsBlocked(mine) ? BlockedThread.Interrupt(mine) : null;

    /// <summary>Counts what the thread has run.</summary>
    public long StepsTaken => Interlocked.Read(ref executed);

    private long Steps => Progress + Interlocked.Read(ref posted);

    private static bool IsBlocked(Thread thread) => (thread.ThreadState & ThreadState.WaitSleepJoin) != 0;

    private void Run<T>(Func<Task<T>> code, TaskCompletionSource<T> result)
    {
        Task<T> task = null!;
        try
        {
            Execute(
                () =>
                {
                    Renumber();
                    task = Begin(code);
                    Flowing.Value = new PumpFlow(this, BetweenCode);
                },
                this);
            main = task;
            task.GetAwaiter().UnsafeOnCompleted(Wake);
            if (idle is null)
            {
                RecordUntilClosed(task, result);
            }
            else
            {
                RunUntil(task);
            }

            if (idle is null)
            {
                // Code of a session that was disposed of before it had ended goes on elsewhere, and whoever awaits it gets its end.
                task.ContinueWith(
                    static (done, result) => ((TaskCompletionSource<T>)result!).TrySetFromTask(done),
                    result,
                    CancellationToken.None,
                    TaskContinuationOptions.ExecuteSynchronously,
                    TaskScheduler.Default);
            }
            else if (task.IsCompleted)
            {
                result.TrySetFromTask(task);
            }
        }
        catch (Exception exception)
        {
            result.TrySetException(exception); // Code that nobody awaits, such as async void, threw it into the context.
        }
        finally
        {
            Close();
        }
    }

    private static Task<T> Begin<T>(Func<Task<T>> code)
    {
        try
        {
            return code();
        }
        catch (Exception exception)
        {
            return Task.FromException<T>(exception);
        }
    }

    /// <summary>Runs until the task is complete, and then as long as there is something to run.</summary>
    private void RunUntil(Task task)
    {
        while (!closed && IsOrdered)
        {
            if (!ReplayNext(task))
            {
                return;
            }
        }

        var quiet = true;
        while (!closed)
        {
            // Code that left for the thread pool is not to be seen before it comes back: give it the time.
            if (visited || idle is not { HasBranches: false } || (quiet && !task.IsCompleted))
            {
                Settle();
            }

            if (visited && FindVisitor(null, out _) is { } visitor && visitsInRow++ < MostVisits)
            {
                Admit(visitor);
                continue;
            }

            var before = Steps;
            visitsInRow = 0;
            if (!(continuations < MostContinuations && RunContinuation()) && !RunCompletion(task))
            {
                return;
            }

            quiet = Steps == before;
        }
    }

    /// <summary>Runs what comes where no code can go on.</summary>
    /// <returns>Whether there may be more to run.</returns>
    private bool RunCompletion(Task task)
    {
        if (TryTake(completions, out var completion))
        {
            Execute(completion, null);
        }
        else if (ReleaseNext())
        {
            continuations = 0;
        }
        else if (HasReady)
        {
            continuations = 0;
            RunContinuation();
        }
        else if (task.IsCompleted && TryClose())
        {
            return false;
        }
        else
        {
            WaitForWake(Timeout.InfiniteTimeSpan);
        }

        return true;
    }

    private bool ReleaseNext()
    {
        released = false;
        if (idle is not null)
        {
            Execute(RunRelease, this, null);
        }

        return released;
    }

    private void Execute(Action code, SynchronizationContext? context) => Execute(RunAction, code, context);

    private void Execute(SendOrPostCallback code, object? state, SynchronizationContext? context)
    {
        stretch = context;
        SetSynchronizationContext(context);
        running = true;
        Interlocked.Increment(ref executed);
        try
        {
            code(state);
        }
        finally
        {
            running = false;
            SetSynchronizationContext(null);
        }
    }

    private void RunInline(Action action)
    {
        var (context, outer) = (Current, stretch);
        if (IsCurrent)
        {
            stretch = null;
        }

        SetSynchronizationContext(null);
        try
        {
            action();
        }
        finally
        {
            if (IsCurrent)
            {
                stretch = outer;
            }

            SetSynchronizationContext(context);
        }
    }
}
