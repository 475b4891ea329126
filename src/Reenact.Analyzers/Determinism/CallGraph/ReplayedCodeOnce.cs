using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>
/// Finds a compilation's replayed code when it is first asked for. Thread-safe. Unlike <see cref="Lazy{T}"/> it forgets a
/// cancelled attempt: an editor cancels one request and goes on with the next over the same compilation.
/// </summary>
internal sealed class ReplayedCodeOnce(Func<CancellationToken, ReplayedCode> find)
{
    private readonly object gate = new();
    private volatile ReplayedCode? code;

    public ReplayedCode Get(CancellationToken cancellationToken)
    {
        if (code is { } found)
            return found;
        lock (gate)
            return code ??= find(cancellationToken);
    }
}
