using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Apis;

/// <summary>
/// APIs of the framework that block the thread until others have done something, and continuations: REEN2005 as a suggestion,
/// because they are harmless where nothing is left to wait for.
/// </summary>
internal static class BlockingApis
{
    /// <summary>What to do instead of taking a lock.</summary>
    public const string Lock = "await 'SemaphoreSlim.WaitAsync' where more than one task uses the same state";

    public static IReadOnlyList<ApiGroup> Table { get; } =
    [
        Hint(Remedies.Await,
        [
            "M:System.Runtime.CompilerServices.ConfiguredTaskAwaitable.ConfiguredTaskAwaiter.GetResult",
            "M:System.Runtime.CompilerServices.ConfiguredTaskAwaitable`1.ConfiguredTaskAwaiter.GetResult",
            "M:System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter.GetResult",
            "M:System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable`1.ConfiguredValueTaskAwaiter.GetResult",
            "M:System.Runtime.CompilerServices.TaskAwaiter.GetResult",
            "M:System.Runtime.CompilerServices.TaskAwaiter`1.GetResult",
            "M:System.Runtime.CompilerServices.ValueTaskAwaiter.GetResult",
            "M:System.Runtime.CompilerServices.ValueTaskAwaiter`1.GetResult",
            "M:System.Threading.Tasks.Task.Wait",
            "M:System.Threading.Tasks.Task.WaitAll",
            "M:System.Threading.Tasks.Task.WaitAny",
            "P:System.Threading.Tasks.Task`1.Result",
            "P:System.Threading.Tasks.ValueTask`1.Result",
            "M:System.Threading.Tasks.TaskAsyncEnumerableExtensions.ToBlockingEnumerable``1",
            "P:System.IAsyncResult.AsyncWaitHandle",
            "M:System.Threading.Barrier.SignalAndWait",
            "M:System.Threading.CountdownEvent.Wait",
            "M:System.Threading.ManualResetEventSlim.Wait",
            "M:System.Threading.Monitor.Wait",
            "M:System.Threading.SynchronizationContext.Wait",
            "M:System.Threading.SemaphoreSlim.Wait",
            "M:System.Threading.Thread.Join",
            "M:System.Threading.WaitHandle.SignalAndWait",
            "M:System.Threading.WaitHandle.WaitAll",
            "M:System.Threading.WaitHandle.WaitAny",
            "M:System.Threading.WaitHandle.WaitOne",
        ]),
        Hint(Lock,
        [
            "M:System.Threading.Lock.Enter",
            "M:System.Threading.Lock.EnterScope",
            "M:System.Threading.Lock.TryEnter",
            "M:System.Threading.Monitor.Enter",
            "M:System.Threading.Monitor.TryEnter",
            "M:System.Threading.ReaderWriterLock.AcquireReaderLock",
            "M:System.Threading.ReaderWriterLock.AcquireWriterLock",
            "M:System.Threading.ReaderWriterLock.UpgradeToWriterLock",
            "M:System.Threading.ReaderWriterLockSlim.EnterReadLock",
            "M:System.Threading.ReaderWriterLockSlim.EnterUpgradeableReadLock",
            "M:System.Threading.ReaderWriterLockSlim.EnterWriteLock",
            "M:System.Threading.ReaderWriterLockSlim.TryEnterReadLock",
            "M:System.Threading.ReaderWriterLockSlim.TryEnterUpgradeableReadLock",
            "M:System.Threading.ReaderWriterLockSlim.TryEnterWriteLock",
            "M:System.Threading.SpinLock.Enter",
            "M:System.Threading.SpinLock.TryEnter",
            "M:System.Threading.Thread.Yield",
        ]),
        Hint("use a channel",
        [
            "M:System.Collections.Concurrent.BlockingCollection`1.Add",
            "M:System.Collections.Concurrent.BlockingCollection`1.AddToAny",
            "M:System.Collections.Concurrent.BlockingCollection`1.GetConsumingEnumerable",
            "M:System.Collections.Concurrent.BlockingCollection`1.Take",
            "M:System.Collections.Concurrent.BlockingCollection`1.TakeFromAny",
            "M:System.Collections.Concurrent.BlockingCollection`1.TryAddToAny",
            "M:System.Collections.Concurrent.BlockingCollection`1.TryTake",
            "M:System.Collections.Concurrent.BlockingCollection`1.TryTakeFromAny",
        ]),
        Hint("await the task, and go on after it",
        [
            "M:System.Threading.Tasks.Task.ContinueWith",
            "M:System.Threading.Tasks.Task`1.ContinueWith",
            "M:System.Threading.Tasks.TaskFactory.ContinueWhenAll",
            "M:System.Threading.Tasks.TaskFactory.ContinueWhenAny",
            "M:System.Threading.Tasks.TaskFactory`1.ContinueWhenAll",
            "M:System.Threading.Tasks.TaskFactory`1.ContinueWhenAny",
        ]),
    ];

    private static ApiGroup Hint(string remedy, string[] ids) =>
        new(Descriptors.Scheduling, remedy, ids) { Severity = DiagnosticSeverity.Info };
}
