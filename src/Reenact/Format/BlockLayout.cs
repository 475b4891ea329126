using System.Buffers.Binary;

namespace Reenact.Format;

/// <summary>Sizes of the recording format, in bytes, and its caps.</summary>
internal static class BlockLayout
{
    public const int PreambleSize = 128;
    public const int HeaderSize = 32;
    public const int TrailerSize = 32;

    /// <summary>The longest body as stored.</summary>
    public const int MaxBody = 16 << 20;

    /// <summary>The longest body after decompression.</summary>
    public const int MaxRawBody = 64 << 20;

    /// <summary>The longest cache in a seal, after decompression; beyond it, readers scan.</summary>
    public const int MaxSealCache = 4 << 20;

    /// <summary>An event is at least a header, a kind, a time and a span.</summary>
    public const int MinEvent = 4;

    /// <summary>How deep anything in a body may be nested.</summary>
    public const int MaxDepth = 64;

    /// <summary>The longest name, in UTF-8 bytes.</summary>
    public const int MaxName = 1024;

    /// <summary>A block's length with header and padding.</summary>
    public static int BlockLength(int bodyLength) => HeaderSize + ((bodyLength + 7) & ~7);

    /// <summary>A block's length as its first four bytes have it; 0 when they can't be right.</summary>
    public static int BlockLength(ReadOnlySpan<byte> header)
    {
        var body = BinaryPrimitives.ReadUInt32LittleEndian(header);
        return body <= MaxBody ? BlockLength((int)body) : 0;
    }
}
