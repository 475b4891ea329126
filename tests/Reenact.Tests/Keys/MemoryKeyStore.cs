using System.Collections.Concurrent;
using Reenact.Keys;

namespace Reenact.Tests.Keys;

/// <summary>Keys in the memory of the test, of any tenant.</summary>
internal sealed class MemoryKeyStore : IKeyStore
{
    private readonly ConcurrentDictionary<Guid, byte[]?> keys = [];

    /// <summary>The tenants that keys were made for, in order.</summary>
    public ConcurrentQueue<string> Tenants { get; } = [];

    /// <summary>Has a key of this id in place of any other.</summary>
    public MemoryKeyStore With(Guid id, ReadOnlySpan<byte> key)
    {
        keys[id] = key.ToArray();
        return this;
    }

    public byte[] Bytes(Guid id) => keys[id]!;

    public ValueTask<SessionKey> CreateAsync(string tenant, CancellationToken cancellationToken)
    {
        Tenants.Enqueue(tenant);
        var key = SessionKey.Generate();
        With(key.Id, key.Bytes);
        return new ValueTask<SessionKey>(key);
    }

    public ValueTask<SessionKey> FindAsync(Guid keyId, CancellationToken cancellationToken) => !keys.TryGetValue(keyId, out var key)
        ? throw new KeyStoreException(KeyStoreErrorKind.NotFound, $"There is no key {keyId}.")
        : key is null ? throw new KeyStoreException(KeyStoreErrorKind.Destroyed, $"Key {keyId} was destroyed.")
        : new ValueTask<SessionKey>(new SessionKey(keyId, key));

    public ValueTask DestroyAsync(Guid keyId, CancellationToken cancellationToken)
    {
        keys[keyId] = null;
        return default;
    }
}
