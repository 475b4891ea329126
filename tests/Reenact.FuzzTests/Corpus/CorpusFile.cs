using System.Security.Cryptography;
using Reenact.Format;
using Reenact.Keys;
using Reenact.Tests.Keys;

namespace Reenact.FuzzTests;

/// <summary>A recording to begin with, or one that came of it.</summary>
/// <param name="Name">What it has that others have not.</param>
/// <param name="Bytes">The recording.</param>
/// <param name="Tail">Its tail; null when it has none.</param>
internal sealed record CorpusFile(string Name, byte[] Bytes, byte[]? Tail = null)
{
    /// <summary>The key of those that are encrypted.</summary>
    public static readonly Guid KeyId = new("0f3c2a0e-5b8e-4d5e-9a57-1f0e6b1c7d11");

    private static readonly byte[] KeyBytes = SHA256.HashData("the key of the corpus"u8);

    public static SessionKey Key() => new(KeyId, KeyBytes);

    /// <summary>Opens it as a store would have it, with the key where one is needed.</summary>
    public Recording Open(OnDamage onDamage) =>
        Recording.Open(Store(), new RecordingOpenOptions { OnDamage = onDamage, KeyStore = new MemoryKeyStore().With(KeyId, KeyBytes) });

    public IBlockStore Store() => Tail is null ? new MemoryBlockStore(Bytes) : new StoreInMemoryWithTail(Bytes, Tail);

    /// <summary>Writes it, with its tail.</summary>
    public void WriteTo(string path)
    {
        File.WriteAllBytes(path, Bytes);
        if (Tail is null)
            File.Delete(path + ".tail");
        else
            File.WriteAllBytes(path + ".tail", Tail);
    }
}
