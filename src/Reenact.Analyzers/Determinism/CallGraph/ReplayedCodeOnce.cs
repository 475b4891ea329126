using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>
/// Finds a compilation's replayed code when it is first asked for. Thread-safe. Unlike <see cref="Lazy{T}"/> it forgets a
/// cancelled attempt: an editor cancels one request and goes on with the next over the same compilation.
/// </summary>
/// <param name="scan">Reads the bodies, with all threads that ask.</param>
/// <param name="follow">Follows what was read, on one thread.</param>
internal sealed class ReplayedCodeOnce(SharedScan scan, Func<CancellationToken, ReplayedCode> follow)
{
    private readonly object gate = new();
    private volatile ReplayedCode? code;

    public ReplayedCode Get(CancellationToken cancellationToken)
    {
        if (code is { } found)
            return found;
        scan.Run(cancellationToken);
        lock (gate)
            return code ??= follow(cancellationToken);
    }
}
