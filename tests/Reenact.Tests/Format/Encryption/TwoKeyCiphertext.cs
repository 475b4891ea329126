using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Reenact.Tests.Format.Encryption;

/// <summary>Makes a ciphertext that AES-GCM accepts under two keys: one block of it is solved for, so that both tags are the same.</summary>
internal static class TwoKeyCiphertext
{
    /// <summary>Encrypts under the first key, and changes one block of 16 bytes so that the tag fits the second, too.</summary>
    /// <param name="first">The first key and nonce.</param>
    /// <param name="second">The second key and nonce.</param>
    /// <param name="associated">The associated data of both.</param>
    /// <param name="text">The text under the first key, a multiple of 16 bytes long.</param>
    /// <param name="free">Which block of it may come to be something else.</param>
    /// <returns>Ciphertext and tag.</returns>
    public static byte[] Make((byte[] Key, byte[] Nonce) first, (byte[] Key, byte[] Nonce) second, byte[] associated, byte[] text, int free)
    {
        var cipher = new byte[text.Length];
        var tag = new byte[16];
        using (var gcm = new AesGcm(first.Key, 16))
        {
            gcm.Encrypt(first.Nonce, text, cipher, tag, associated);
        }

        cipher.AsSpan(free * 16, 16).Clear();
        var (h1, mask1) = Subkeys(first);
        var (h2, mask2) = Subkeys(second);
        var exponent = (text.Length / 16) - free + 1;
        var difference = Hash(h1, associated, cipher) ^ Hash(h2, associated, cipher) ^ mask1 ^ mask2;
        var solved = Multiply(difference, Inverse(Power(h1, exponent) ^ Power(h2, exponent)));
        BinaryPrimitives.WriteUInt128BigEndian(cipher.AsSpan(free * 16), solved);
        BinaryPrimitives.WriteUInt128BigEndian(tag, Hash(h1, associated, cipher) ^ mask1);
        return [.. cipher, .. tag];
    }

    private static (UInt128 Hash, UInt128 Mask) Subkeys((byte[] Key, byte[] Nonce) with)
    {
        using var aes = Aes.Create();
        aes.Key = with.Key;
        byte[] counter = [.. with.Nonce, 0, 0, 0, 1];
        return (BinaryPrimitives.ReadUInt128BigEndian(aes.EncryptEcb(new byte[16], PaddingMode.None)),
            BinaryPrimitives.ReadUInt128BigEndian(aes.EncryptEcb(counter, PaddingMode.None)));
    }

    private static UInt128 Hash(UInt128 h, byte[] associated, byte[] cipher)
    {
        UInt128 state = 0;
        foreach (var part in new[] { associated, cipher })
        {
            for (var at = 0; at < part.Length; at += 16)
            {
                var block = new byte[16];
                part.AsSpan(at, Math.Min(16, part.Length - at)).CopyTo(block);
                state = Multiply(state ^ BinaryPrimitives.ReadUInt128BigEndian(block), h);
            }
        }

        return Multiply(state ^ (((UInt128)(ulong)(associated.Length * 8) << 64) | (ulong)(cipher.Length * 8)), h);
    }

    /// <summary>Multiplies in the field of GCM (NIST SP 800-38D, 6.3), in which the highest bit is the constant term.</summary>
    private static UInt128 Multiply(UInt128 x, UInt128 y)
    {
        UInt128 product = 0;
        for (var bit = 127; bit >= 0; bit--)
        {
            if (((x >> bit) & 1) != 0)
                product ^= y;
            y = (y & 1) == 0 ? y >> 1 : (y >> 1) ^ ((UInt128)0xE1 << 120);
        }

        return product;
    }

    private static UInt128 Power(UInt128 x, int exponent)
    {
        var power = (UInt128)1 << 127;
        for (; exponent > 0; exponent--)
            power = Multiply(power, x);
        return power;
    }

    /// <summary>x to the power of 2^128 − 2.</summary>
    private static UInt128 Inverse(UInt128 x)
    {
        var inverse = (UInt128)1 << 127;
        for (var square = 1; square < 128; square++)
        {
            x = Multiply(x, x);
            inverse = Multiply(inverse, x);
        }

        return inverse;
    }
}
