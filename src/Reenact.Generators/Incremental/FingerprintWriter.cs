using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Reenact.Generators.Incremental;

/// <summary>Gathers what a fingerprint stands for. Every text has its length before it, so no two sequences read alike.</summary>
internal sealed class FingerprintWriter
{
    private byte[] bytes = new byte[8 * 1024];
    private int length;

    public void Add(string text)
    {
        Add(text.Length);
        MemoryMarshal.AsBytes(text.AsSpan()).CopyTo(Take(text.Length * sizeof(char)));
    }

    public void Add(long number) => MemoryMarshal.Write(Take(sizeof(long)), ref number);

    public void Add(Fingerprint fingerprint) => MemoryMarshal.Write(Take(2 * sizeof(ulong)), ref fingerprint);

    public Fingerprint ToFingerprint()
    {
        using var sha = SHA256.Create();
        return MemoryMarshal.Read<Fingerprint>(sha.ComputeHash(bytes, 0, length));
    }

    private Span<byte> Take(int count)
    {
        if (bytes.Length - length < count)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + count));

        var taken = bytes.AsSpan(length, count);
        length += count;
        return taken;
    }
}
