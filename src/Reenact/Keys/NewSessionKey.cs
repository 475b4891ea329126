namespace Reenact.Keys;

/// <summary>What a session that is to be encrypted needs: a key of its tenant.</summary>
/// <param name="Info">Who runs the session, its tenant named.</param>
/// <param name="Request">Asks the key store.</param>
internal sealed record NewSessionKey(SessionInfo Info, KeyRequest Request)
{
    /// <summary>Finds out what the options of a session ask for.</summary>
    /// <returns>Null when it is recorded in the clear.</returns>
    /// <exception cref="ArgumentException">They name no tenant, or two.</exception>
    public static NewSessionKey? For(SessionInfo info, RecordOptions options, string recording)
    {
        if (options.KeyStore is not { } store)
        {
            return options.Tenant is null ? null : throw new ArgumentException(
                "RecordOptions.Tenant says whose key encrypts the recording, but there is no RecordOptions.KeyStore that has it. Give both, or neither to record in the clear.", nameof(options));
        }

        if (options.Tenant is { } tenant && info.Tenant is { } named && named != tenant)
            throw new ArgumentException($"The session is of tenant '{named}', and is to be encrypted for tenant '{tenant}'. Name one tenant.", nameof(options));
        if ((options.Tenant ?? info.Tenant) is not { Length: > 0 } owner)
            throw new ArgumentException("A session that is encrypted needs a tenant, whose key its own is wrapped under. Set RecordOptions.Tenant or SessionInfo.Tenant.", nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.KeyTimeout, TimeSpan.Zero, nameof(options.KeyTimeout));
        return new NewSessionKey(info with { Tenant = owner }, new KeyRequest(store, options.KeyTimeout, recording));
    }

    /// <summary>Makes the key.</summary>
    /// <exception cref="RecordingException">The key store failed, or took too long.</exception>
    public Task<SessionKey> CreateAsync(CancellationToken cancellationToken) => Request.CreateAsync(Info.Tenant!, cancellationToken);
}
