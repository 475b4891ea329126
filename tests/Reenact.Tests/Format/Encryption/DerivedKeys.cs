using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Reenact.Format;

namespace Reenact.Tests.Format.Encryption;

/// <summary>What docs/format.md derives from a session's key, written from that page and not from the library.</summary>
internal sealed record DerivedKeys(byte[] Key, byte[] BaseNonce, byte[] Commitment)
{
    public static DerivedKeys Of(byte[] sessionKey, Guid sessionId, byte[] salt)
    {
        var all = HKDF.DeriveKey(HashAlgorithmName.SHA256, sessionKey, 76, salt, [.. Encoding.ASCII.GetBytes("reenact/v1"), .. sessionId.ToByteArray(bigEndian: true)]);
        return new DerivedKeys(all[..32], all[32..44], all[44..]);
    }

    public byte[] Nonce(int number)
    {
        var nonce = BaseNonce.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(nonce.AsSpan(8), BinaryPrimitives.ReadUInt32LittleEndian(nonce.AsSpan(8)) ^ (uint)number);
        return nonce;
    }

    /// <summary>What encrypted blocks are bound to.</summary>
    public static byte[] Associated(Guid sessionId, ReadOnlySpan<byte> block) => [.. sessionId.ToByteArray(bigEndian: true), .. block[8..BlockLayout.HeaderSize]];
}
