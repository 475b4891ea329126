using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Reenact.Format;

namespace Reenact.Keys;

/// <summary>
/// The keys of one tenant as its file has them: the last wraps new session keys; while the tenant's key is being replaced there are older ones before it. Not thread-safe.
/// </summary>
/// <remarks>
/// The file: <c>RNCTTKEY</c>, version (1 byte: 1), number of keys (1 byte), length of the name (2 bytes), the name in UTF-8, for each key its number (4 bytes) and 32 bytes,
/// and the CRC-32C of all that (4 bytes); little-endian.
/// </remarks>
internal sealed class TenantKeys : IDisposable
{
    /// <summary>The largest file.</summary>
    public const int MaxFile = HeadSize + MaxName + (MaxKeys * KeySize) + sizeof(uint);

    private const int HeadSize = 12;
    private const int MaxName = 1024;
    private const int MaxKeys = 16;
    private const int KeySize = sizeof(uint) + SessionKey.Size;
    private const byte Version = 1;

    // Number and key, one after the other; pinned, so that the collector leaves no copies of them behind.
    private readonly byte[] keys;
    private readonly int count;

    private TenantKeys(string name, int count)
    {
        Name = name;
        this.count = count;
        keys = GC.AllocateArray<byte>(count * KeySize, pinned: true);
    }

    /// <summary>The tenant.</summary>
    public string Name { get; }

    /// <summary>The number of the key that wraps what is new.</summary>
    public uint Current => BinaryPrimitives.ReadUInt32LittleEndian(keys.AsSpan((count - 1) * KeySize));

    /// <summary>Whether there are older keys, because the current one has not taken over everything yet.</summary>
    public bool IsBeingReplaced => count > 1;

    private static ReadOnlySpan<byte> Magic => "RNCTTKEY"u8;

    /// <summary>What names a tenant in the ring's files: the first 16 bytes of SHA-256 of its name.</summary>
    public static Guid IdOf(string tenant) => new(SHA256.HashData(Encoding.UTF8.GetBytes(tenant)).AsSpan(0, 16), bigEndian: true);

    /// <summary>Refuses what can't name a tenant.</summary>
    public static void CheckName(string tenant)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tenant);
        if (Encoding.UTF8.GetByteCount(tenant) > MaxName || tenant.Any(char.IsControl) || Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(tenant)) != tenant)
            throw new ArgumentException($"The name of a tenant has at most {MaxName} bytes of UTF-8, and no control characters.", nameof(tenant));
    }

    /// <summary>Makes the first key of a tenant.</summary>
    public static TenantKeys New(string tenant)
    {
        var made = new TenantKeys(tenant, 1);
        made.Fill(0, 1);
        return made;
    }

    /// <summary>The same tenant with a new key, which is the current one.</summary>
    public TenantKeys WithNew()
    {
        if (count == MaxKeys)
            throw new KeyStoreException(KeyStoreErrorKind.Damaged, $"Tenant '{Name}' has {MaxKeys} keys, of which replacing left all but one behind. Repair what keeps session keys from being wrapped anew first.");
        var made = new TenantKeys(Name, count + 1);
        keys.CopyTo(made.keys, 0);
        made.Fill(count, checked(Current + 1));
        return made;
    }

    /// <summary>The same tenant with its current key only.</summary>
    public TenantKeys CurrentOnly()
    {
        var made = new TenantKeys(Name, 1);
        keys.AsSpan((count - 1) * KeySize).CopyTo(made.keys);
        return made;
    }

    /// <summary>Finds a key.</summary>
    /// <returns>Nothing when there is none of that number.</returns>
    public ReadOnlySpan<byte> Find(uint number)
    {
        for (var index = 0; index < count; index++)
        {
            var key = keys.AsSpan(index * KeySize, KeySize);
            if (BinaryPrimitives.ReadUInt32LittleEndian(key) == number)
                return key[sizeof(uint)..];
        }

        return default;
    }

    /// <summary>The file; whoever asks for it erases it.</summary>
    public byte[] Encode()
    {
        var name = Encoding.UTF8.GetBytes(Name);
        var file = GC.AllocateArray<byte>(HeadSize + name.Length + keys.Length + sizeof(uint), pinned: true);
        Magic.CopyTo(file);
        file[8] = Version;
        file[9] = (byte)count;
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(10), (ushort)name.Length);
        name.CopyTo(file.AsSpan(HeadSize));
        keys.CopyTo(file.AsSpan(HeadSize + name.Length));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(file.Length - sizeof(uint)), Crc32C.Of(file.AsSpan(0, file.Length - sizeof(uint))));
        return file;
    }

    /// <summary>Reads a file.</summary>
    /// <returns>Null when it is none.</returns>
    public static TenantKeys? Decode(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeadSize || !file.StartsWith(Magic) || file[8] != Version || file[9] is 0 or > MaxKeys)
            return null;
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(file[10..]);
        var count = file[9];
        if (nameLength is 0 or > MaxName || file.Length != HeadSize + nameLength + (count * KeySize) + sizeof(uint)
            || BinaryPrimitives.ReadUInt32LittleEndian(file[^sizeof(uint)..]) != Crc32C.Of(file[..^sizeof(uint)]))
        {
            return null;
        }

        var read = new TenantKeys(Encoding.UTF8.GetString(file.Slice(HeadSize, nameLength)), count);
        file.Slice(HeadSize + nameLength, count * KeySize).CopyTo(read.keys);
        return read;
    }

    /// <summary>Erases the keys from memory.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(keys);

    private void Fill(int index, uint number)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(keys.AsSpan(index * KeySize), number);
        RandomNumberGenerator.Fill(keys.AsSpan((index * KeySize) + sizeof(uint), SessionKey.Size));
    }
}
