using System.Buffers.Binary;
using System.Numerics;

namespace Reenact.Format;

/// <summary>CRC-32C (Castagnoli, as in RFC 3720), with the processor's instructions where it has them.</summary>
internal struct Crc32C
{
    private uint state = uint.MaxValue;

    public Crc32C()
    {
    }

    public readonly uint Value => ~state;

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = new Crc32C();
        crc.Add(bytes);
        return crc.Value;
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var crc = state;
        while (bytes.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        if (bytes.Length >= sizeof(uint))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt32LittleEndian(bytes));
            bytes = bytes[sizeof(uint)..];
        }

        foreach (var value in bytes)
            crc = BitOperations.Crc32C(crc, value);
        state = crc;
    }

    /// <summary>Adds eight bytes, the lowest first.</summary>
    public void Add(ulong bytes) => state = BitOperations.Crc32C(state, bytes);
}
