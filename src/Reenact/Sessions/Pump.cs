namespace Reenact.Sessions;

/// <summary>
/// Runs a session's code on one thread of its own, so that what is in flight at once interleaves the same way each time. Code
/// that can go on goes on, in the order in which it became able to; only when it can't does a completion run.
/// </summary>
/// <remarks>
/// Only the first stretch of the code sees this as its synchronization context. Afterwards none is current: a continuation runs
/// inline in the completion it waited for, with or without <c>ConfigureAwait(false)</c>, and so stays on the thread.
/// </remarks>
internal sealed class Pump : SynchronizationContext
{
    private const int StackSize = 16 * 1024 * 1024;
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(20);

    private readonly object gate = new();
    private readonly Queue<Action> ready = new();
    private readonly Queue<Action> completions = new();
    private readonly IPumpIdle? idle;
    private Thread? thread;
    private long activity;
    private bool woken;

    /// <summary>Makes a pump.</summary>
    /// <param name="idle">What to do when the code can't go on; null waits for completions.</param>
    public Pump(IPumpIdle? idle = null) => this.idle = idle;

    /// <summary>Whether the calling code is on the pump's thread.</summary>
    public bool IsCurrent => Thread.CurrentThread == thread;

    /// <summary>Counts what the code does, so that standing still can be seen.</summary>
    public long Activity => Interlocked.Read(ref activity);

    /// <summary>Whether the pump's thread waits for something.</summary>
    public bool IsBlocked => thread is { } running && (running.ThreadState & System.Threading.ThreadState.WaitSleepJoin) != 0;

    /// <summary>Whether the pump has nothing to run.</summary>
    public bool IsIdle { get; private set; }

    /// <summary>Runs the code to its end. The returned task completes on another thread.</summary>
    public Task<T> RunAsync<T>(Func<Task<T>> code)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        thread = new Thread(() => Run(code, result), StackSize) { IsBackground = true, Name = "Reenact pump" };
        thread.Start();
        return result.Task;
    }

    /// <summary>Says that the code did something.</summary>
    public void NoteActivity() => Interlocked.Increment(ref activity);

    /// <summary>Runs a completion when the code can't go on without one.</summary>
    public void PostCompletion(Action completion) => Enqueue(completions, completion);

    /// <summary>Runs code as soon as the thread is free.</summary>
    public void Post(Action code) => Enqueue(ready, code);

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state) => Post(() => d(state));

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state)
    {
        if (IsCurrent)
        {
            d(state);
            return;
        }

        using var done = new ManualResetEventSlim();
        Post(() =>
        {
            try
            {
                d(state);
            }
            finally
            {
                done.Set();
            }
        });
        done.Wait();
    }

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Wakes the thread, because there may be something to do.</summary>
    public void Wake()
    {
        lock (gate)
        {
            woken = true;
            Monitor.Pulse(gate);
        }
    }

    private void Run<T>(Func<Task<T>> code, TaskCompletionSource<T> result)
    {
        SetSynchronizationContext(this);
        Task<T> task;
        try
        {
            task = code();
        }
        catch (Exception exception)
        {
            task = Task.FromException<T>(exception);
        }

        SetSynchronizationContext(null);
        task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(Wake);
        try
        {
            RunUntil(task);
            result.TrySetFromTask(task);
        }
        catch (Exception exception)
        {
            result.TrySetException(exception);
        }
    }

    /// <summary>Runs until the task is complete, and then as long as there is something to run.</summary>
    private void RunUntil(Task task)
    {
        while (true)
        {
            if (TryTake(ready, out var code))
            {
                code();
                continue;
            }

            var before = Activity;
            if (TryTake(completions, out var completion))
            {
                completion();
            }
            else if (idle is null || !idle.Release())
            {
                if (task.IsCompleted)
                {
                    return;
                }

                IsIdle = true;
                WaitForWake();
                IsIdle = false;
                continue;
            }

            // A continuation that left for the thread pool shows nothing here: give it the time to come back.
            if (Activity == before && !task.IsCompleted)
            {
                Settle();
            }
        }
    }

    private void WaitForWake()
    {
        lock (gate)
        {
            while (!woken)
            {
                Monitor.Wait(gate);
            }

            woken = false;
        }
    }

    private static void Settle()
    {
        var settled = new ManualResetEventSlim();
        ThreadPool.UnsafeQueueUserWorkItem(static state => state.Set(), settled, preferLocal: false);
        settled.Wait(Settling);
    }

    private bool TryTake(Queue<Action> queue, out Action code)
    {
        lock (gate)
        {
            return queue.TryDequeue(out code!);
        }
    }

    private void Enqueue(Queue<Action> queue, Action code)
    {
        lock (gate)
        {
            queue.Enqueue(code);
        }

        NoteActivity();
        Wake();
    }
}
