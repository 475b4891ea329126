namespace Reenact.Analyzers.Determinism.Apis;

/// <summary>APIs of the framework that run or wait outside the session: REEN2005. Those that merely block are <see cref="BlockingApis"/>.</summary>
internal static class SchedulingApis
{
    private const string Token = "use 'WaitAsync(CancellationToken)', with a source that has a timeout and 'Deterministic.TimeProvider'";

    public static IReadOnlyList<ApiGroup> Table { get; } =
    [
        // Waiting for real time to pass.
        new(Descriptors.Scheduling, Remedies.Delay,
        [
            "M:System.Threading.Tasks.Task.Delay",
        ]),
        new(Descriptors.Scheduling, "await 'Deterministic.Delay'",
        [
            "M:System.Threading.SpinWait.SpinOnce",
            "M:System.Threading.SpinWait.SpinUntil",
            "M:System.Threading.Thread.Sleep",
            "M:System.Threading.Thread.SpinWait",
        ]),
        new(Descriptors.Scheduling, Remedies.PassTimeProvider,
        [
            "M:System.Threading.CancellationTokenSource.#ctor(System.Int32)",
            "M:System.Threading.CancellationTokenSource.#ctor(System.TimeSpan)",
            "M:System.Threading.PeriodicTimer.#ctor",
            "M:System.Threading.Tasks.Task.WaitAsync",
            "M:System.Threading.Tasks.Task`1.WaitAsync",
        ]),
        new(Descriptors.Scheduling, "use 'CreateTimer' of 'Deterministic.TimeProvider'",
        [
            "T:System.Threading.Timer",
            "T:System.Timers.Timer",
        ]),
        new(Descriptors.Scheduling, Token,
        [
            "M:System.Threading.SemaphoreSlim.WaitAsync(System.Int32)",
            "M:System.Threading.SemaphoreSlim.WaitAsync(System.Int32,System.Threading.CancellationToken)",
            "M:System.Threading.SemaphoreSlim.WaitAsync(System.TimeSpan)",
            "M:System.Threading.SemaphoreSlim.WaitAsync(System.TimeSpan,System.Threading.CancellationToken)",
        ]),
        new(Descriptors.Scheduling, "create the source with a timeout and 'Deterministic.TimeProvider'",
        [
            "M:System.Threading.CancellationTokenSource.CancelAfter",
        ]),

        // Other threads and the pool.
        new(Descriptors.Scheduling, Remedies.WhenAll,
        [
            "M:System.ComponentModel.BackgroundWorker.RunWorkerAsync",
            "M:System.Linq.ParallelEnumerable.AsParallel",
            "M:System.Linq.ParallelEnumerable.AsParallel``1",
            "M:System.Linq.ParallelEnumerable.Empty``1",
            "M:System.Linq.ParallelEnumerable.Range",
            "M:System.Linq.ParallelEnumerable.Repeat``1",
            "T:System.Threading.RegisteredWaitHandle",
            "N:System.Threading.Tasks.Dataflow",
            "T:System.Threading.Tasks.Parallel",
            "M:System.Threading.Tasks.Task.Run",
            "M:System.Threading.Tasks.Task.RunSynchronously",
            "M:System.Threading.Tasks.Task.Start",
            "M:System.Threading.Tasks.TaskFactory.StartNew",
            "M:System.Threading.Tasks.TaskFactory`1.StartNew",
            "T:System.Threading.Thread",
            "T:System.Threading.ThreadPool",
            "T:System.Threading.ThreadPoolBoundHandle",
            "T:System.Threading.IThreadPoolWorkItem",
        ]),
        new(Descriptors.Scheduling, "use 'Cancel()': this one runs what waits for the token on the thread pool",
        [
            "M:System.Threading.CancellationTokenSource.CancelAsync",
        ]),

        // Other schedulers, and leaving the session's flow.
        new(Descriptors.Scheduling, "leave scheduling to the session",
        [
            "T:System.ComponentModel.AsyncOperation",
            "T:System.ComponentModel.AsyncOperationManager",
            "T:System.ComponentModel.ISynchronizeInvoke",
            "M:System.Threading.ExecutionContext.Restore",
            "M:System.Threading.ExecutionContext.Run",
            "M:System.Threading.ExecutionContext.SuppressFlow",
            "M:System.Threading.SynchronizationContext.Post",
            "M:System.Threading.SynchronizationContext.Send",
            "M:System.Threading.SynchronizationContext.SetSynchronizationContext",
            "T:System.Threading.Tasks.ConcurrentExclusiveSchedulerPair",
            "P:System.Threading.Tasks.TaskScheduler.Default",
            "M:System.Threading.Tasks.TaskScheduler.FromCurrentSynchronizationContext",
            "E:System.Threading.Tasks.TaskScheduler.UnobservedTaskException",
        ]),

        // What processes share by name.
        new(Descriptors.Scheduling, "wait for other processes in a [Recorded] method",
        [
            "M:System.Threading.EventWaitHandle.OpenExisting",
            "M:System.Threading.EventWaitHandle.TryOpenExisting",
            "M:System.Threading.Mutex.OpenExisting",
            "M:System.Threading.Mutex.TryOpenExisting",
            "M:System.Threading.Semaphore.OpenExisting",
            "M:System.Threading.Semaphore.TryOpenExisting",
        ]),
    ];

    /// <summary>Members of the types above that neither run nor wait.</summary>
    public static IReadOnlyList<string> Fine { get; } =
    [
        "M:System.Threading.Tasks.Task.WaitAsync(System.Threading.CancellationToken)",
        "M:System.Threading.Tasks.Task`1.WaitAsync(System.Threading.CancellationToken)",
        "M:System.Threading.Thread.MemoryBarrier",
        "P:System.Threading.Thread.Name",
        "M:System.Threading.Thread.VolatileRead",
        "M:System.Threading.Thread.VolatileWrite",
        "M:System.Threading.Timer.Dispose",
        "M:System.Threading.Timer.DisposeAsync",
    ];
}
