using Reenact.Keys;

namespace Reenact.Tests.Keys;

/// <summary>A key store that never answers, or only with a failure.</summary>
internal sealed class SlowKeyStore(Exception? failure = null) : IKeyStore
{
    public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool WasCanceled { get; private set; }

    public ValueTask<SessionKey> CreateAsync(string tenant, CancellationToken cancellationToken) => WaitAsync(cancellationToken);

    public ValueTask<SessionKey> FindAsync(Guid keyId, CancellationToken cancellationToken) => WaitAsync(cancellationToken);

    public async ValueTask DestroyAsync(Guid keyId, CancellationToken cancellationToken) => await WaitAsync(cancellationToken);

    private async ValueTask<SessionKey> WaitAsync(CancellationToken cancellationToken)
    {
        if (failure is not null)
            throw failure;
        using var noted = cancellationToken.Register(() => WasCanceled = true);
        Asked.TrySetResult();
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("Unreachable.");
    }
}
