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

    private readonly IPumpIdle? idle;
    private Thread? thread;
    private Task? main;
    private SynchronizationContext? stretch;
    private long progress;
    private volatile bool running;
    private volatile bool paused;

    /// <summary>Makes a pump.</summary>
    /// <param name="idle">What to do when the code can't go on; null waits for completions.</param>
    public Pump(IPumpIdle? idle = null) => this.idle = idle;

    /// <summary>Whether the calling code is on the pump's thread.</summary>
    public bool IsCurrent => Thread.CurrentThread == thread;

    /// <summary>Whether the calling code is the one that runs now: on the pump's thread, or let in from another.</summary>
    public bool RunsHere => IsCurrent || visiting?.Pump == this;

    /// <summary>Counts the steps that bring the session further, so that standing still can be seen.</summary>
    public long Progress => Interlocked.Read(ref progress);

    /// <summary>
    /// Whether something came in from another thread: code that left for the thread pool, a timer. When it does, relative to the rest,
    /// a replay can't know for certain.
    /// </summary>
    public bool Disturbed => Visits + Intrusions > 0;

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
        Volatile.Read(ref inside) is { } visitor ? (visitor.IsBlocked ? PumpState.Blocked : PumpState.Running)
        : idling ? PumpState.Waiting
        : thread is { } mine && IsBlocked(mine) ? PumpState.Blocked
        : PumpState.Running;

    /// <summary>Runs the code to its end. The returned task completes on another thread.</summary>
    public Task<T> RunAsync<T>(Func<Task<T>> code)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        thread = new Thread(() => Run(code, result), StackSize) { IsBackground = true, Name = "Reenact pump" };
        thread.Start();
        return result.Task;
    }

    /// <summary>Whether the session's code has ended, and only what it left in flight still runs.</summary>
    public bool IsDraining => main is { IsCompleted: true };

    /// <summary>Says that the session got further.</summary>
    public void NoteProgress() => Interlocked.Increment(ref progress);

    /// <summary>Runs a completion when the code can't go on without one; at once where the pump has ended.</summary>
    public void PostCompletion(Action completion)
    {
        if (!TryEnqueue(completions, completion))
        {
            completion();
        }
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        if (!TryEnqueue(ready, () => d(state)))
        {
            base.Post(d, state);
        }
    }

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state)
    {
        if (IsCurrent || closed)
        {
            d(state);
            return;
        }

        using var done = new ManualResetEventSlim();
        Post(
            _ =>
            {
                try
                {
                    d(state);
                }
                finally
                {
                    done.Set();
                }
            },
            null);
        done.Wait();
    }

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs an action as soon as a task of the session's code ends, on the same thread, so that nothing comes between.</summary>
    public void RunWhenDone(Task task, Action action) =>
        task.ContinueWith(
            (_, state) => RunInline((Action)state!),
            action,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);

    /// <summary>Takes the synchronization context away, for code that is not the session's own. On the pump's thread.</summary>
    public static void LeaveCode() => SetSynchronizationContext(null);

    /// <summary>Undoes <see cref="LeaveCode"/>.</summary>
    public void EnterCode() => SetSynchronizationContext(stretch);

    /// <summary>Leaves the code behind where it stands: the thread ends when the code gives it back.</summary>
    public void Abandon() => Close();

    /// <summary>Frees the pump's own thread where code blocks that, and says where it did.</summary>
    public BlockedThread? FreeThread() => thread is { } mine && running && IsBlocked(mine) ? BlockedThread.Interrupt(mine) : null;

    private long Steps => Progress + Interlocked.Read(ref posted);

    private static bool IsBlocked(Thread thread) => (thread.ThreadState & ThreadState.WaitSleepJoin) != 0;

    private void Run<T>(Func<Task<T>> code, TaskCompletionSource<T> result)
    {
        Flowing.Value = this;
        Task<T> task = null!;
        try
        {
            Execute(() => task = Begin(code), this);
            main = task;
            task.GetAwaiter().UnsafeOnCompleted(Wake);
            RunUntil(task);
            if (task.IsCompleted)
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
        var quiet = true;
        while (!closed)
        {
            // Code that left for the thread pool is not to be seen before it comes back: give it the time.
            if (visited || idle is not { HasBranches: false } || (quiet && !task.IsCompleted))
            {
                Settle();
            }

            if (AdmitVisitor())
            {
                continue;
            }

            var before = Steps;
            if (TryTake(ready, out var code))
            {
                Execute(code, this);
            }
            else if (TryTake(completions, out var completion))
            {
                Execute(completion, null);
            }
            else if (!ReleaseNext())
            {
                if (task.IsCompleted && TryClose())
                {
                    return;
                }

                WaitForWake();
            }

            quiet = Steps == before;
        }
    }

    private bool ReleaseNext()
    {
        var released = false;
        if (idle is not null)
        {
            Execute(() => released = idle.Release(), null);
        }

        return released;
    }

    private void Execute(Action code, SynchronizationContext? context)
    {
        stretch = context;
        SetSynchronizationContext(context);
        running = true;
        try
        {
            code();
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
