using System.Buffers.Binary;

namespace Reenact.Format;

/// <summary>The first 64 bytes of a tail: which epoch of which session it belongs to.</summary>
/// <param name="SessionId">The session's id.</param>
/// <param name="Salt">The salt of the epoch block after which its events come.</param>
internal sealed record TailHeader(Guid SessionId, byte[] Salt)
{
    public const int Size = 64;

    private const ushort Version = 1;

    private static ReadOnlySpan<byte> Magic => [0x89, (byte)'R', (byte)'E', (byte)'E', (byte)'T', (byte)'A', (byte)'I', (byte)'L'];

    public byte[] Encode()
    {
        var bytes = new byte[Size];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), Version);
        SessionId.TryWriteBytes(bytes.AsSpan(16), bigEndian: true, out _);
        Salt.CopyTo(bytes.AsSpan(32));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(60), Crc32C.Of(bytes.AsSpan(0, 60)));
        return bytes;
    }

    /// <summary>Reads a header.</summary>
    /// <returns>Null when it is none that this version reads.</returns>
    public static TailHeader? Decode(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= Size
        && bytes.StartsWith(Magic)
        && BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]) == Version
        && BinaryPrimitives.ReadUInt32LittleEndian(bytes[60..]) == Crc32C.Of(bytes[..60])
            ? new TailHeader(new Guid(bytes.Slice(16, 16), bigEndian: true), bytes.Slice(32, Epoch.SaltSize).ToArray())
            : null;
}
