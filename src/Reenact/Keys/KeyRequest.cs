using Reenact.Format;

namespace Reenact.Keys;

/// <summary>Asks a key store for the key of one recording, and bounds how long that takes. Thread-safe.</summary>
/// <param name="store">The key store.</param>
/// <param name="timeout">How long it may take.</param>
/// <param name="recording">The recording's name in messages.</param>
internal sealed class KeyRequest(IKeyStore store, TimeSpan timeout, string recording)
{
    /// <summary>How long a key store may take, unless options say otherwise.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Makes the key of a session that is to be recorded.</summary>
    /// <exception cref="RecordingException">The store failed, or took too long.</exception>
    public Task<SessionKey> CreateAsync(string tenant, CancellationToken cancellationToken) =>
        AskAsync(token => store.CreateAsync(tenant, token), $"making a key for tenant '{tenant}'", "Nothing was recorded.", cancellationToken);

    /// <summary>Finds the key of a recording.</summary>
    /// <returns>The key, or why there is none.</returns>
    /// <exception cref="RecordingException">The store failed, took too long, or gave another key.</exception>
    public async Task<ContentKey> FindAsync(Guid keyId, CancellationToken cancellationToken)
    {
        SessionKey key;
        try
        {
            key = await AskAsync(token => store.FindAsync(keyId, token), $"finding key {keyId}", "Nothing was read.", cancellationToken).ConfigureAwait(false);
        }
        catch (RecordingException exception) when (exception.InnerException is KeyStoreException { Kind: KeyStoreErrorKind.NotFound or KeyStoreErrorKind.Destroyed } missing)
        {
            return ContentKey.Without(keyId, missing.Kind == KeyStoreErrorKind.Destroyed
                ? new MissingKey(RecordingErrorKind.KeyDestroyed, "that key was destroyed; nobody can read them any more. Structure, hashes and signature can still be verified", missing)
                : new MissingKey(RecordingErrorKind.KeyNotFound, "the key store that was given doesn't have that key. Give the one that it was recorded with, or restore it from a copy", missing));
        }

        if (key.Id == keyId)
            return new ContentKey(key);
        key.Dispose();
        throw new RecordingException(RecordingErrorKind.KeyStoreFailed, recording, $"{recording}: the key store gave key {key.Id} when it was asked for {keyId}. Check the key store.");
    }

    /// <summary>Waits for what a key store gives, on another thread: its code may need this one's context.</summary>
    public static T Wait<T>(Func<Task<T>> ask)
    {
        using (ExecutionContext.SuppressFlow()) // A session that runs, or is replayed, has no part in it.
        {
            return Task.Run(ask).GetAwaiter().GetResult();
        }
    }

    private async Task<SessionKey> AskAsync(Func<CancellationToken, ValueTask<SessionKey>> ask, string doing, string consequence, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<SessionKey>? asked = null;
        try
        {
            asked = Task.Run(() => ask(ending.Token).AsTask(), cancellationToken); // It may block, or throw at once.
            var key = await asked.WaitAsync(timeout, cancellationToken).ConfigureAwait(false);
            return key ?? throw new KeyStoreException("The key store gave no key.");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            DisposeWhenGiven(asked);
            throw;
        }
        catch (Exception exception)
        {
            DisposeWhenGiven(asked);
            var isLate = exception is TimeoutException && asked is not { IsCompleted: true };
            throw new RecordingException(
                RecordingErrorKind.KeyStoreFailed, recording,
                isLate ? $"{recording}: the key store gave no answer within {timeout}, {doing}. {consequence} Check whether it can be reached, or allow it more time (KeyTimeout)."
                    : $"{recording}: the key store failed, {doing}: {exception.Message} {consequence}",
                offset: null, exception);
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
        }
    }

    /// <summary>A key that comes too late is erased.</summary>
    private static void DisposeWhenGiven(Task<SessionKey>? asked) =>
        asked?.ContinueWith(static task => { if (task.IsCompletedSuccessfully) task.Result?.Dispose(); else _ = task.Exception; }, TaskScheduler.Default);
}
