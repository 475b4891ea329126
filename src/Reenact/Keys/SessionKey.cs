using System.Security.Cryptography;

namespace Reenact.Keys;

/// <summary>
/// The data key of one session: 32 bytes that everything its recording holds is encrypted with. Whoever gets one disposes it, which erases it
/// from memory. Its text is its id, never the key. Thread-safe, except that it is disposed once, after its last use.
/// </summary>
public sealed class SessionKey : IDisposable
{
    /// <summary>The length of a key in bytes.</summary>
    public const int Size = 32;

    // Pinned, so that the collector leaves no copies of it behind.
    private readonly byte[] bytes = GC.AllocateArray<byte>(Size, pinned: true);
    private bool disposed;

    /// <summary>Makes a key from its parts; the bytes are copied, and the caller erases its own.</summary>
    /// <param name="id">What names the key in recordings and in key stores: not empty, random, and not told from which tenant it is.</param>
    /// <param name="key">32 random bytes.</param>
    /// <exception cref="ArgumentException">The id is empty, or the key has another length.</exception>
    public SessionKey(Guid id, ReadOnlySpan<byte> key)
    {
        if (id == Guid.Empty)
            throw new ArgumentException("The id of a session's key is empty, which in a recording says that it is not encrypted. Give a random one.", nameof(id));
        if (key.Length != Size)
            throw new ArgumentException($"A session's key has {Size} bytes, not {key.Length}.", nameof(key));
        Id = id;
        key.CopyTo(bytes);
    }

    /// <summary>What names the key in recordings and in key stores.</summary>
    public Guid Id { get; }

    /// <summary>The key itself, for who wraps it or encrypts with it. Don't copy it where nobody erases it.</summary>
    /// <exception cref="ObjectDisposedException">The key was disposed.</exception>
    public ReadOnlySpan<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            return bytes;
        }
    }

    /// <summary>Makes a random key with a random id.</summary>
    public static SessionKey Generate()
    {
        Span<byte> key = stackalloc byte[Size];
        RandomNumberGenerator.Fill(key);
        var made = new SessionKey(Guid.NewGuid(), key);
        CryptographicOperations.ZeroMemory(key);
        return made;
    }

    /// <summary>The id.</summary>
    public override string ToString() => Id.ToString();

    /// <summary>Erases the key from memory.</summary>
    public void Dispose()
    {
        disposed = true;
        CryptographicOperations.ZeroMemory(bytes);
    }
}
