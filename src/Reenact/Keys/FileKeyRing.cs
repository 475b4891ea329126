using System.Security.Cryptography;
using System.Text;

namespace Reenact.Keys;

/// <summary>
/// A key store in a folder that only its owner can read: for each tenant a key, and for each session its key, wrapped under its tenant's. For one machine, for tests, and where the
/// folder's disk is protected; where keys must not be in files, implement <see cref="IKeyStore"/> over a key service. Thread-safe, and safe with several processes on one machine.
/// </summary>
/// <remarks>
/// <para>The folder holds a file <c>ring</c>, a file <c>lock</c>, <c>tenants/</c> and <c>sessions/</c>. Keep copies of it apart from the recordings: who has both reads everything, and without the ring nobody does.</para>
/// <para>A copy keeps keys that are destroyed in the ring later. Rotate the tenant's key after destroying, and replace the copies, so that what is left in them is of no use.</para>
/// </remarks>
public sealed class FileKeyRing : IKeyStore
{
    private const string Mark = "reenact key ring 1\n";
    private const int Attempts = 5;

    private FileKeyRing(string folder) => Folder = folder;

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The tenants that have a key, in order of their names.</summary>
    /// <exception cref="KeyStoreException">The ring is damaged, or can't be read.</exception>
    public IReadOnlyList<string> Tenants
    {
        get
        {
            var names = new List<string>();
            foreach (var path in FilesIn("tenants"))
            {
                if (!Guid.TryParseExact(Path.GetFileName(path), "N", out var id))
                    continue;
                using var keys = ReadTenant(id);
                if (keys is not null)
                    names.Add(keys.Name);
            }

            names.Sort(StringComparer.Ordinal);
            return names;
        }
    }

    /// <summary>Makes a key ring without tenants.</summary>
    /// <param name="folder">A folder that is empty or not there yet; the one above it must exist.</param>
    /// <exception cref="KeyStoreException">There is something in the folder, or it can't be made.</exception>
    public static FileKeyRing Create(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        folder = Path.GetFullPath(folder);
        try
        {
            if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
                throw new KeyStoreException(KeyStoreErrorKind.AlreadyExists, $"{folder}: there is something already. Give a folder that is empty, or not there yet.");
            if (Path.GetDirectoryName(folder) is { } above && !Directory.Exists(above))
                throw new KeyStoreException(KeyStoreErrorKind.NoStore, $"{folder}: there is no folder {above} to make the key ring in. Check the path, or create it first.");
            RingFiles.CreateFolder(folder);
            RingFiles.CheckOwnerOnly(folder);
            RingFiles.CreateFolder(Path.Combine(folder, "tenants"));
            RingFiles.CreateFolder(Path.Combine(folder, "sessions"));
            RingFiles.Replace(Path.Combine(folder, "lock"), []);
            RingFiles.Replace(Path.Combine(folder, "ring"), Encoding.UTF8.GetBytes(Mark));
        }
        catch (Exception exception) when (RingFiles.IsFileError(exception))
        {
            throw RingFiles.Translate(exception, folder);
        }

        return new FileKeyRing(folder);
    }

    /// <summary>Opens a key ring.</summary>
    /// <param name="folder">Its folder.</param>
    /// <exception cref="KeyStoreException">There is no key ring, others than its owner can read it, or it can't be read.</exception>
    public static FileKeyRing Open(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        folder = Path.GetFullPath(folder);
        if (!Directory.Exists(folder) || RingFiles.TryRead(Path.Combine(folder, "ring"), 1024) is not { } mark)
            throw new KeyStoreException(KeyStoreErrorKind.NoStore, $"{folder}: there is no key ring. Check the path, or make one with `reenact keys create --keys {folder}`.");
        if (!mark.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(Mark)))
            throw new KeyStoreException(KeyStoreErrorKind.Damaged, $"{folder}: this is no key ring that this version of Reenact reads. Use a newer version, or restore it from a copy.");
        RingFiles.CheckOwnerOnly(folder);
        return new FileKeyRing(folder);
    }

    /// <summary>Makes the key of a tenant.</summary>
    /// <param name="tenant">The tenant's name: at most 1,024 bytes of UTF-8, without control characters.</param>
    /// <param name="cancellationToken">Ends the wait for another process that changes the ring.</param>
    /// <exception cref="ArgumentException">The name can't be one.</exception>
    /// <exception cref="KeyStoreException">The tenant has a key already, or it can't be written.</exception>
    public async Task AddTenantAsync(string tenant, CancellationToken cancellationToken = default)
    {
        TenantKeys.CheckName(tenant);
        using var _ = await LockAsync(cancellationToken).ConfigureAwait(false);
        var path = TenantPath(TenantKeys.IdOf(tenant));
        if (File.Exists(path))
            throw new KeyStoreException(KeyStoreErrorKind.AlreadyExists, $"{Folder}: tenant '{tenant}' has a key already. Rotate it to replace it.");
        using var keys = TenantKeys.New(tenant);
        Write(path, keys);
    }

    /// <summary>
    /// Replaces the key of a tenant by a new one, wraps the keys of all its sessions under it, and destroys the old one. No recording is touched. What ended before it was done, is
    /// done by the next rotation; until then both keys are there, and everything can be read and recorded meanwhile.
    /// </summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="cancellationToken">Ends it between two keys.</param>
    /// <returns>How many session keys are wrapped under the new key.</returns>
    /// <exception cref="KeyStoreException">There is no such tenant; or a session's key is damaged, and the old key is kept, which wraps it.</exception>
    public async Task<int> RotateAsync(string tenant, CancellationToken cancellationToken = default)
    {
        TenantKeys.CheckName(tenant);
        var id = TenantKeys.IdOf(tenant);
        using (await LockAsync(cancellationToken).ConfigureAwait(false))
        {
            using var keys = ReadTenant(id) ?? throw NoTenant(tenant);
            using var more = keys.WithNew();
            Write(TenantPath(id), more);
        }

        // Key by key, so that sessions can be recorded meanwhile; those that are begun now have the new key.
        foreach (var path in FilesIn("sessions"))
        {
            using (await LockAsync(cancellationToken).ConfigureAwait(false))
            {
                using var keys = ReadTenant(id) ?? throw NoTenant(tenant);
                Rewrap(path, id, keys);
            }
        }

        using (await LockAsync(cancellationToken).ConfigureAwait(false))
        {
            // With the lock, what is left is seen to be nothing, whoever else rotates; then the old keys go.
            using var keys = ReadTenant(id) ?? throw NoTenant(tenant);
            var count = FilesIn("sessions").Count(path => Rewrap(path, id, keys));
            using var current = keys.CurrentOnly();
            RingFiles.RemoveUnfinished(Path.Combine(Folder, "tenants"));
            Write(TenantPath(id), current);
            return count;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<SessionKey> CreateAsync(string tenant, CancellationToken cancellationToken)
    {
        TenantKeys.CheckName(tenant);
        using var _ = await LockAsync(cancellationToken).ConfigureAwait(false);
        using var keys = ReadTenant(TenantKeys.IdOf(tenant)) ?? throw NoTenant(tenant);
        var key = SessionKey.Generate();
        try
        {
            RingFiles.CreateFolder(Path.GetDirectoryName(SessionPath(key.Id))!);
            RingFiles.Replace(SessionPath(key.Id), WrappedKey.Wrap(key, keys).File);
            return key;
        }
        catch (Exception exception)
        {
            key.Dispose();
            if (RingFiles.IsFileError(exception))
                throw RingFiles.Translate(exception, Folder);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<SessionKey> FindAsync(Guid keyId, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var wrapped = ReadSession(keyId);
            if (wrapped.IsDestroyed)
                throw new KeyStoreException(KeyStoreErrorKind.Destroyed, $"{Folder}: key {keyId} was destroyed. What was encrypted with it can't be read by anybody.");
            if (Unwrap(wrapped) is { } key)
                return key;
            if (attempt == Attempts)
                throw new KeyStoreException(KeyStoreErrorKind.Damaged, $"{SessionPath(keyId)}: the key can't be unwrapped with its tenant's; one of the two files was changed. Restore the ring from a copy.");
            await Task.Delay(attempt, cancellationToken).ConfigureAwait(false); // Its tenant's key is being replaced just now.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DestroyAsync(Guid keyId, CancellationToken cancellationToken)
    {
        using var _ = await LockAsync(cancellationToken).ConfigureAwait(false);
        var wrapped = ReadSession(keyId);
        if (!wrapped.IsDestroyed)
            RingFiles.Overwrite(SessionPath(keyId), wrapped.Destroy().File); // In place, so that the disk has it no more where it can forget.
    }

    /// <returns>Whether the file holds a key of the tenant, which is wrapped under its current key then.</returns>
    private bool Rewrap(string path, Guid tenantId, TenantKeys keys)
    {
        if (!Guid.TryParseExact(Path.GetFileName(path), "N", out var keyId))
            return false;
        var wrapped = ReadSession(keyId);
        if (wrapped.IsDestroyed || wrapped.TenantId != tenantId)
            return false;
        if (wrapped.Number == keys.Current)
            return true;
        var tenantKey = keys.Find(wrapped.Number);
        using var key = tenantKey.IsEmpty ? null : wrapped.TryUnwrap(tenantKey);
        if (key is null)
            throw new KeyStoreException(KeyStoreErrorKind.Damaged, $"{path}: the key can't be unwrapped with its tenant's; one of the two files was changed. The tenant's old key is kept. Restore the file from a copy, or remove it, and rotate again.");
        RingFiles.Replace(path, WrappedKey.Wrap(key, keys).File);
        return true;
    }

    private SessionKey? Unwrap(WrappedKey wrapped)
    {
        using var keys = ReadTenant(wrapped.TenantId);
        return keys is not null && keys.Find(wrapped.Number) is { IsEmpty: false } tenantKey ? wrapped.TryUnwrap(tenantKey) : null;
    }

    private WrappedKey ReadSession(Guid keyId)
    {
        var path = SessionPath(keyId);
        var file = RingFiles.TryRead(path, WrappedKey.FileSize) ?? throw new KeyStoreException(KeyStoreErrorKind.NotFound, $"{Folder}: this key ring has no key {keyId}.");
        return WrappedKey.Decode(file, keyId) ?? throw new KeyStoreException(KeyStoreErrorKind.Damaged, $"{path}: this is no key {keyId}; the file was changed. Restore it from a copy of the ring.");
    }

    /// <returns>Null when there is no such tenant.</returns>
    private TenantKeys? ReadTenant(Guid id)
    {
        var path = TenantPath(id);
        if (RingFiles.TryRead(path, TenantKeys.MaxFile) is not { } file)
            return null;
        try
        {
            RingFiles.CheckOwnerOnly(path);
            return TenantKeys.Decode(file) is { } keys && TenantKeys.IdOf(keys.Name) == id ? keys
                : throw new KeyStoreException(KeyStoreErrorKind.Damaged, $"{path}: this is no tenant's key; the file was changed. Restore it from a copy of the ring.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(file);
        }
    }

    private static void Write(string path, TenantKeys keys)
    {
        var file = keys.Encode();
        try
        {
            RingFiles.Replace(path, file, erases: true);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(file);
        }
    }

    private List<string> FilesIn(string folder)
    {
        try
        {
            return Directory.EnumerateFiles(Path.Combine(Folder, folder), "*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1, IgnoreInaccessible = false }).ToList();
        }
        catch (Exception exception) when (RingFiles.IsFileError(exception))
        {
            throw RingFiles.Translate(exception, Folder);
        }
    }

    private Task<IDisposable> LockAsync(CancellationToken cancellationToken) => RingLock.TakeAsync(Path.Combine(Folder, "lock"), cancellationToken);

    private string TenantPath(Guid id) => Path.Combine(Folder, "tenants", id.ToString("N"));

    private string SessionPath(Guid keyId) => Path.Combine(Folder, "sessions", keyId.ToString("N")[..2], keyId.ToString("N"));

    private KeyStoreException NoTenant(string tenant) => new(
        KeyStoreErrorKind.UnknownTenant, $"{Folder}: this key ring has no key of tenant '{tenant}'. Check the name, or add it with `reenact keys add {tenant} --keys {Folder}`.");
}
