using System.Collections.Concurrent;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>
/// Reads all bodies that a compilation's roots reach, with every thread that comes to ask for them: the compiler runs analyzers on all
/// cores, and one that only waited would leave its core idle. Thread-safe.
/// </summary>
/// <param name="start">The members to begin with.</param>
/// <param name="cache">Reads bodies and keeps what was found.</param>
internal sealed class SharedScan(Func<CancellationToken, IEnumerable<MemberKey>> start, FactCache cache)
{
    private readonly ConcurrentDictionary<MemberKey, bool> seen = [];
    private readonly ConcurrentQueue<MemberKey> left = new();
    private readonly object gate = new();
    private bool hasStarted;
    private int unfinished;

    /// <summary>Reads until nothing is left, here or on another thread.</summary>
    public void Run(CancellationToken cancellationToken)
    {
        Start(cancellationToken);
        var wait = default(SpinWait);
        while (Volatile.Read(ref unfinished) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!left.TryDequeue(out var member))
            {
                wait.SpinOnce();
                continue;
            }

            wait.Reset();
            Read(member, cancellationToken);
        }
    }

    private void Start(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (hasStarted)
                return;
            foreach (var member in start(cancellationToken))
                Add(member);
            hasStarted = true;
        }
    }

    private void Read(MemberKey member, CancellationToken cancellationToken)
    {
        var isRead = false;
        try
        {
            foreach (var use in cache.Get(member, cancellationToken).Uses)
                Add(use.Target);
            isRead = true;
        }
        finally
        {
            // A request that is cancelled leaves its member to the others.
            if (isRead)
                Interlocked.Decrement(ref unfinished);
            else
                left.Enqueue(member);
        }
    }

    private void Add(MemberKey member)
    {
        if (!seen.TryAdd(member, true))
            return;
        Interlocked.Increment(ref unfinished);
        left.Enqueue(member);
    }
}
