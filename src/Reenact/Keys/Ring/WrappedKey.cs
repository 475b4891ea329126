using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Reenact.Keys;

/// <summary>A session's key as its file has it: wrapped under its tenant's with AES-256-GCM, or destroyed. Immutable.</summary>
/// <remarks>
/// The file, 108 bytes, little-endian: <c>RNCTSKEY</c>, version (1 byte: 1), state (1 byte: 1 wrapped, 2 destroyed), two zeros, id of the key (16 bytes), id of the tenant (16 bytes), number of
/// the tenant's key (4 bytes), nonce (12 bytes), wrapped key (32 bytes), tag (16 bytes). What comes before the nonce is associated data.
/// </remarks>
internal readonly struct WrappedKey
{
    /// <summary>The length of a file.</summary>
    public const int FileSize = TagAt + TagSize;

    private const int KeyIdAt = 12;
    private const int TenantAt = 28;
    private const int NumberAt = 44;
    private const int NonceAt = 48;
    private const int NonceSize = 12;
    private const int KeyAt = NonceAt + NonceSize;
    private const int TagAt = KeyAt + SessionKey.Size;
    private const int TagSize = 16;
    private const byte Version = 1;
    private const byte Wrapped = 1;
    private const byte Destroyed = 2;

    private readonly byte[] file;

    private WrappedKey(byte[] file) => this.file = file;

    /// <summary>The file.</summary>
    public ReadOnlySpan<byte> File => file;

    /// <summary>The id of the key.</summary>
    public Guid KeyId => new(file.AsSpan(KeyIdAt, 16), bigEndian: true);

    /// <summary>The tenant, as <see cref="TenantKeys.IdOf"/> names it.</summary>
    public Guid TenantId => new(file.AsSpan(TenantAt, 16), bigEndian: true);

    /// <summary>The number of the tenant's key.</summary>
    public uint Number => BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(NumberAt));

    /// <summary>Whether the key was destroyed.</summary>
    public bool IsDestroyed => file[9] == Destroyed;

    private static ReadOnlySpan<byte> Magic => "RNCTSKEY"u8;

    /// <summary>Wraps a key under the current one of a tenant.</summary>
    public static WrappedKey Wrap(SessionKey key, TenantKeys tenant)
    {
        var file = Begin(key.Id, TenantKeys.IdOf(tenant.Name), Wrapped);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(NumberAt), tenant.Current);
        RandomNumberGenerator.Fill(file.AsSpan(NonceAt, NonceSize));
        using var gcm = new AesGcm(tenant.Find(tenant.Current), TagSize);
        gcm.Encrypt(file.AsSpan(NonceAt, NonceSize), key.Bytes, file.AsSpan(KeyAt, SessionKey.Size), file.AsSpan(TagAt, TagSize), file.AsSpan(0, NonceAt));
        return new WrappedKey(file);
    }

    /// <summary>What takes the place of a key that is destroyed.</summary>
    public WrappedKey Destroy() => new(Begin(KeyId, TenantId, Destroyed));

    /// <summary>Reads a file.</summary>
    /// <returns>Null when it is none of that key.</returns>
    public static WrappedKey? Decode(byte[] file, Guid keyId) =>
        file.Length == FileSize && file.AsSpan().StartsWith(Magic) && file[8] == Version && file[9] is Wrapped or Destroyed && new WrappedKey(file) is var read && read.KeyId == keyId
            ? read
            : null;

    /// <summary>Unwraps the key.</summary>
    /// <returns>Null when it is not what was wrapped under that key.</returns>
    public SessionKey? TryUnwrap(ReadOnlySpan<byte> tenantKey)
    {
        Span<byte> key = stackalloc byte[SessionKey.Size];
        try
        {
            using var gcm = new AesGcm(tenantKey, TagSize);
            gcm.Decrypt(file.AsSpan(NonceAt, NonceSize), file.AsSpan(KeyAt, SessionKey.Size), file.AsSpan(TagAt, TagSize), key, file.AsSpan(0, NonceAt));
            return new SessionKey(KeyId, key);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static byte[] Begin(Guid keyId, Guid tenantId, byte state)
    {
        var file = new byte[FileSize];
        Magic.CopyTo(file);
        file[8] = Version;
        file[9] = state;
        keyId.TryWriteBytes(file.AsSpan(KeyIdAt), bigEndian: true, out _);
        tenantId.TryWriteBytes(file.AsSpan(TenantAt), bigEndian: true, out _);
        return file;
    }
}
