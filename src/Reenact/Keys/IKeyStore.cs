namespace Reenact.Keys;

/// <summary>
/// Keeps the data keys of sessions, each wrapped under the key of its tenant, and knows them by the id that the recording holds. A
/// <see cref="FileKeyRing"/> is one; a key service (AWS KMS, Azure Key Vault) with a table of wrapped keys is another. Members must be thread-safe.
/// </summary>
/// <remarks>
/// <para>
/// A key is asked for once when a session begins to be recorded, and once each time its recording is opened, never for an event. A store that throws,
/// or takes longer than the options allow, fails that recording or opening with <see cref="RecordingErrorKind.KeyStoreFailed"/>, and nothing is
/// written: a session that is to be encrypted is never recorded in the clear.
/// </para>
/// <para>Stores don't tell keys to logs or in exceptions. They say why a key can't be had with <see cref="KeyStoreException"/>.</para>
/// </remarks>
public interface IKeyStore
{
    /// <summary>Makes the key of a new session, and keeps it before it returns.</summary>
    /// <param name="tenant">Whose key the new one is wrapped under.</param>
    /// <param name="cancellationToken">Says that the key is not waited for any longer.</param>
    /// <returns>The key, which the caller disposes.</returns>
    /// <exception cref="KeyStoreException">It can't be made; <see cref="KeyStoreErrorKind.UnknownTenant"/> when the store has no key of that tenant.</exception>
    ValueTask<SessionKey> CreateAsync(string tenant, CancellationToken cancellationToken);

    /// <summary>Finds the key of a session.</summary>
    /// <param name="keyId">The id that its recording holds.</param>
    /// <param name="cancellationToken">Says that the key is not waited for any longer.</param>
    /// <returns>The key, which the caller disposes.</returns>
    /// <exception cref="KeyStoreException">
    /// It can't be had; <see cref="KeyStoreErrorKind.NotFound"/> when the store doesn't know it, <see cref="KeyStoreErrorKind.Destroyed"/> when it was destroyed.
    /// </exception>
    ValueTask<SessionKey> FindAsync(Guid keyId, CancellationToken cancellationToken);

    /// <summary>
    /// Destroys the key of a session, so that nobody can read its recording any more, wherever copies of it are. The store remembers that it was
    /// destroyed. A key that was destroyed before is no error.
    /// </summary>
    /// <param name="keyId">The id that its recording holds.</param>
    /// <param name="cancellationToken">Ends the attempt; whether the key is destroyed, is not known then.</param>
    /// <exception cref="KeyStoreException">It can't be destroyed; <see cref="KeyStoreErrorKind.NotFound"/> when the store doesn't know it.</exception>
    ValueTask DestroyAsync(Guid keyId, CancellationToken cancellationToken);
}
