namespace Reenact.Keys;

/// <summary>A key ring that a person or the environment named, opened when a recording needs it: recordings in the clear need none. Thread-safe.</summary>
internal sealed class LateKeyRing(string folder) : IKeyStore
{
    /// <summary>The environment variable that names the folder of the ring, for the tool and for tests.</summary>
    public const string Variable = "REENACT_KEYS";

    /// <summary>The folder that the environment names; null when it names none.</summary>
    public static string? FolderIn(Func<string, string?> variable) => variable(Variable) is { } folder && !string.IsNullOrWhiteSpace(folder) ? folder.Trim() : null;

    public ValueTask<SessionKey> CreateAsync(string tenant, CancellationToken cancellationToken) => FileKeyRing.Open(folder).CreateAsync(tenant, cancellationToken);

    public ValueTask<SessionKey> FindAsync(Guid keyId, CancellationToken cancellationToken) => FileKeyRing.Open(folder).FindAsync(keyId, cancellationToken);

    public ValueTask DestroyAsync(Guid keyId, CancellationToken cancellationToken) => FileKeyRing.Open(folder).DestroyAsync(keyId, cancellationToken);
}
